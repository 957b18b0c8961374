package org.ketamineregistry.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the embedded database; none of them matters when {@code spring.datasource.url} is
 * set.
 *
 * @param directory the data folder, made at the first start and readable by its owner only
 * @param binaries where PostgreSQL's programs are unpacked, {@code binaries} in the data folder
 *     unless set; set it when the data folder is on a volume that forbids execution
 * @param port the TCP port on the loopback interface, 0 for any free one
 * @param sharedBuffers memory for PostgreSQL's page cache, at least 1 MB
 * @param startTimeout how long a start may take; recovery after a crash is part of it
 * @param stopTimeout how long an orderly stop may take before PostgreSQL is stopped the hard way,
 *     which loses nothing but makes the next start recover
 */
@ConfigurationProperties("registry.database")
record DatabaseProperties(
    @DefaultValue("./data") String directory,
    @Nullable String binaries,
    @DefaultValue("0") int port,
    @DefaultValue("256MB") DataSize sharedBuffers,
    @DefaultValue("2m") Duration startTimeout,
    @DefaultValue("1m") Duration stopTimeout) {

  // The folders are texts because Spring looks for a relative Path on the class path first.
  DatabaseProperties {
    require(port >= 0 && port <= 65_535, "registry.database.port must be between 0 and 65535");
    require(
        sharedBuffers.toMegabytes() >= 1, "registry.database.shared-buffers must be at least 1MB");
    require(
        startTimeout.toSeconds() >= 1, "registry.database.start-timeout must be at least 1 second");
    require(
        stopTimeout.toSeconds() >= 1, "registry.database.stop-timeout must be at least 1 second");
  }

  /** Returns the data folder. */
  Path folder() {
    return Path.of(directory);
  }

  /** Returns the folder for PostgreSQL's programs, set or by default. */
  Path binariesFolder() {
    return binaries == null ? folder().resolve("binaries") : Path.of(binaries);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
