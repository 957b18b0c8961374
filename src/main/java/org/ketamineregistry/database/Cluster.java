package org.ketamineregistry.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database cluster in a data folder and what PostgreSQL's programs do with it. The caller holds
 * the folder's lock.
 *
 * @param folder the data folder
 * @param programs PostgreSQL's programs
 * @param startTimeout how long making or starting may take
 * @param stopTimeout how long an orderly stop may take
 */
record Cluster(
    DataFolder folder, PostgresPrograms programs, Duration startTimeout, Duration stopTimeout) {

  /** The superuser; the registry itself works as the owner of its database. */
  static final String SUPERUSER = "postgres";

  /**
   * The options that give a cluster PostgreSQL's own collation, as an update of the operating
   * system must not change the order of an index.
   */
  static final List<String> LOCALE =
      List.of(
          "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

  private static final String SETTINGS_FILE = "registry.conf";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  /**
   * Makes the cluster; a start that is killed meanwhile leaves nothing that a later start would
   * open.
   */
  void make() throws IOException {
    Path unfinished = folder.newUnfinishedCluster();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--data-checksums"));
    arguments.addAll(LOCALE);
    programs.run(startTimeout, "initdb", arguments);
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "%ninclude = '%s'%n".formatted(SETTINGS_FILE),
        StandardOpenOption.APPEND);
    Files.createFile(unfinished.resolve(SETTINGS_FILE));
    folder.keep(unfinished);
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @throws DatabaseStartException when it does not, with what the server said
   */
  void start(ServerSettings settings) throws IOException {
    Files.writeString(folder.cluster().resolve(SETTINGS_FILE), settings.text());
    Path log = folder.log();
    long before = Files.exists(log) ? Files.size(log) : 0;
    try {
      pgCtl(startTimeout, "start", "-l", log.toString());
    } catch (IOException failed) {
      throw new DatabaseStartException(
          "PostgreSQL did not start on %s: %s".formatted(folder.path(), printedSince(before, log)),
          "See " + log + ".",
          failed);
    }
  }

  /** Stops the server if it runs. */
  void stop() throws IOException {
    Optional<Postmaster> running = Postmaster.of(folder.cluster());
    if (running.isEmpty() || !running.get().isRunning()) {
      return;
    }
    try {
      pgCtl(stopTimeout, "stop", "-m", "fast");
    } catch (IOException slow) {
      LOG.warn("PostgreSQL does not stop in order, so its next start will recover", slow);
      pgCtl(stopTimeout, "stop", "-m", "immediate");
    }
  }

  /** Stops a server that a killed registry left behind; it may run with other settings. */
  void stopOrphan() throws IOException {
    Optional<Postmaster> left = Postmaster.of(folder.cluster());
    if (left.isPresent() && left.get().isRunning()) {
      LOG.warn(
          "Stopping PostgreSQL (process {}) that a killed registry left on {}",
          left.get().pid(),
          folder.path());
      stop();
    } else if (left.isPresent() && left.get().isStranger()) {
      // PostgreSQL asks only whether the process id is alive and would refuse to start.
      Files.delete(folder.cluster().resolve("postmaster.pid"));
    }
  }

  private void pgCtl(Duration limit, String action, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("-D", folder.cluster().toString(), "-w", "-t", Long.toString(limit.toSeconds())));
    arguments.add(action);
    // The program keeps the limit itself; the margin lets it say so.
    programs.run(limit.plusSeconds(5), "pg_ctl", arguments);
  }

  private static String printedSince(long position, Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    try (InputStream printed = Files.newInputStream(log)) {
      printed.skipNBytes(position);
      return new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
