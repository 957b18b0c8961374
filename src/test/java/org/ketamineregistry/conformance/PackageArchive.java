package org.ketamineregistry.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** The package as npm and every FHIR tool know one: a tar of the folder {@code package}. */
final class PackageArchive {
  private static final Path PACKAGE = Path.of("profiles/package");

  private PackageArchive() {}

  static byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (Stream<Path> tree = Files.walk(PACKAGE);
        var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = PACKAGE.relativize(file).toString().replace('\\', '/');
        var entry = new TarArchiveEntry("package/" + name);
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
