package org.ketamineregistry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.process.JavaProcess;

/** {@link DatabaseOnly} in a process of its own, to be stopped and killed. */
final class RegistryProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;

  private RegistryProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static RegistryProcess start(Path folder) throws IOException {
    return start(folder, DatabaseOnly.BINARIES);
  }

  static RegistryProcess start(Path folder, Path binaries) throws IOException {
    Path output = Files.createTempFile("registry-", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dregistry.database.binaries=" + binaries,
                DatabaseOnly.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CLASSPATH", JavaProcess.classPath());
    return new RegistryProcess(builder.start(), output);
  }

  RegistryProcess awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (output().lines().noneMatch(DatabaseOnly.READY::equals)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("The registry process did not get ready: " + output());
      }
      Thread.sleep(50);
    }
    return this;
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The registry process did not end");
    }
    return process.exitValue();
  }

  /** Asks the process to end, as SIGTERM and Ctrl-C do. */
  void stop() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
