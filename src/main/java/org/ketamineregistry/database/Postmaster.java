package org.ketamineregistry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} names.
 *
 * <p>The file outlives a killed server and process ids are used again, so what it says must be
 * checked against the process before anything is stopped.
 *
 * @param cluster the database cluster
 * @param pid the process id by the file
 * @param started the time at which the server wrote that it started
 */
record Postmaster(Path cluster, long pid, Instant started) {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  /** Reads the cluster's file; empty when there is none or no server wrote it. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return Optional.of(
          new Postmaster(
              cluster,
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
    } catch (NumberFormatException | IndexOutOfBoundsException unfinished) {
      return Optional.empty();
    }
  }

  /** Tells whether the process is alive and is the server of this cluster. */
  boolean isRunning() throws IOException {
    Optional<ProcessHandle> process = process();
    return process.isPresent() && isServer(process.get().info());
  }

  /**
   * Tells whether the process id has meanwhile gone to a process that certainly has nothing to do
   * with this cluster; of a process that hides its program that cannot be said.
   */
  boolean isStranger() throws IOException {
    Optional<ProcessHandle> process = process();
    return process.isPresent()
        && process.get().info().command().isPresent()
        && !isServer(process.get().info());
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  private boolean isServer(ProcessHandle.Info info) throws IOException {
    boolean postgres =
        info.command()
            .map(command -> Path.of(command).getFileName().toString())
            // With an ending on Windows, and on Linux when the program has been deleted meanwhile.
            .filter(name -> name.startsWith("postgres"))
            .isPresent();
    if (!postgres) {
      return false;
    }
    // A server works in its cluster's folder; Linux shows that, even of a folder that was moved.
    Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
    if (Files.exists(workingFolder)) {
      return Files.isSameFile(workingFolder, cluster);
    }
    return info.startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
        .orElse(false);
  }
}
