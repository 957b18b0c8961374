package org.ketamineregistry.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.SystemUtils;

/**
 * The unpacked programs of PostgreSQL.
 *
 * @param home the folder that holds {@code bin}
 */
record PostgresPrograms(Path home) {

  /**
   * Runs one program to its end.
   *
   * @throws IOException when it fails or takes longer than the limit; the message holds what it
   *     printed
   */
  void run(Duration limit, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    // PostgreSQL refuses to run as root; in a user namespace of its own it is not root.
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(
        home.resolve("bin")
            .resolve(SystemUtils.IS_OS_WINDOWS ? program + ".exe" : program)
            .toString());
    command.addAll(arguments);
    // A file and not a pipe: on Windows the started server inherits the pipe and never closes it.
    Path output = Files.createTempFile("postgres-", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!finishes(process, limit)) {
        throw new IOException("%s did not end within %s".formatted(program, limit));
      }
      if (process.exitValue() != 0) {
        throw new IOException("%s failed: %s".formatted(program, Files.readString(output).strip()));
      }
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean finishes(Process process, Duration limit) throws IOException {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was at work", interrupted);
    } finally {
      process.destroy();
    }
  }
}
