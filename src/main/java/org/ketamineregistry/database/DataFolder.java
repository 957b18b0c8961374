package org.ketamineregistry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.commons.lang3.SystemUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A data folder that exists and is readable by its owner only, unless the operator made it
 * otherwise.
 *
 * @param path its real path
 */
record DataFolder(Path path) {

  /** The major version of the embedded PostgreSQL; a cluster can be opened by no other. */
  static final String MAJOR_VERSION = "17";

  private static final String UNFINISHED = "postgres.unfinished-";

  private static final int PASSWORD_BYTES = 24;

  /** Opens the folder and makes it when it is missing. */
  static DataFolder open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly());
    }
    return new DataFolder(directory.toRealPath());
  }

  Path cluster() {
    return path.resolve("postgres");
  }

  /**
   * Makes the folder in which a cluster grows at the first start and throws away what killed starts
   * left. Its name is new each time: the initdb of a killed start may still be at work in the old
   * one.
   */
  Path newUnfinishedCluster() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(path, UNFINISHED + "*")) {
      for (Path leftover : leftovers) {
        FileSystemUtils.deleteRecursively(leftover);
      }
    }
    return Files.createTempDirectory(path, UNFINISHED);
  }

  Path passwordFile() {
    return path.resolve("postgres.password");
  }

  Path log() {
    return path.resolve("postgres.log");
  }

  boolean hasCluster() {
    return Files.isDirectory(cluster());
  }

  /**
   * Refuses a cluster that the embedded PostgreSQL cannot open.
   *
   * @throws DatabaseStartException when it is of another major version or without its password
   */
  void requireUsableCluster() throws IOException {
    Path versionFile = cluster().resolve("PG_VERSION");
    String version = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "unknown";
    if (!version.equals(MAJOR_VERSION)) {
      throw new DatabaseStartException(
          "The data folder %s was written by PostgreSQL %s, and this registry brings PostgreSQL %s"
              .formatted(path, version, MAJOR_VERSION),
          "Start with an empty folder and restore a dump of the old database into it, or point"
              + " spring.datasource.url at a PostgreSQL "
              + version
              + ".");
    }
    if (!Files.exists(passwordFile())) {
      throw new DatabaseStartException(
          "The data folder %s lacks postgres.password, without which its database cannot be opened"
              .formatted(path),
          "Restore the file from the backup of the data folder.");
    }
  }

  /** Gives the cluster that has been completed its lasting name. */
  void keep(Path unfinishedCluster) throws IOException {
    Files.move(unfinishedCluster, cluster(), StandardCopyOption.ATOMIC_MOVE);
    // A power failure must not undo the renaming after the first transactions; Windows cannot and
    // need not be asked.
    if (!SystemUtils.IS_OS_WINDOWS) {
      try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** Returns the password of the cluster's accounts, a random one made at the first start. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      // A temporary file is readable by its owner only from the first byte on.
      Path written = Files.createTempFile(path, "postgres.password.", null);
      Files.writeString(written, HexFormat.of().formatHex(random));
      Files.move(written, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(passwordFile()).strip();
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
