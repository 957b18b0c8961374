package org.ketamineregistry.guide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The archives of the site. The same sources give the same bytes. */
final class Downloads {
  private static final String SCHEMAS = "/org/hl7/fhir/r4/model/schema/";
  private static final List<String> SCHEMA_FILES =
      List.of("fhir-single.xsd", "fhir-xhtml.xsd", "xml.xsd");

  private final GuideSource source;
  private final FileTime time;

  Downloads(GuideSource source) {
    this.source = source;
    // The day of the guide, so that an archive changes only with what it holds.
    time =
        FileTime.from(
            LocalDate.parse(source.config().date()).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /** The archives by the names of their files. */
  Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> examples = new TreeMap<>();
    for (Artefact artefact : source.artefacts()) {
      if (artefact.example()) {
        examples.put("json/" + artefact.name() + ".json", bytes(artefact.json()));
        examples.put("xml/" + artefact.name() + ".xml", bytes(ArtefactPages.xml(artefact)));
      }
    }
    Map<String, byte[]> invalid = new TreeMap<>();
    source.invalid().forEach(example -> invalid.put(example.path(), bytes(example.json())));
    invalid.put("expected.json", bytes(source.expected()));
    return Map.of(
        "package.tgz", fhirPackage(),
        "examples.zip", zip(examples),
        "invalid-examples.zip", zip(invalid),
        "schemas.zip", zip(schemas()));
  }

  private byte[] fhirPackage() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes);
        var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        Stream<Path> tree = Files.walk(source.packageFolder())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = source.packageFolder().relativize(file).toString().replace('\\', '/');
        var entry = new TarArchiveEntry("package/" + name);
        entry.setSize(Files.size(file));
        entry.setModTime(time);
        tar.putArchiveEntry(entry);
        Files.copy(file, (OutputStream) tar);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> schemas() throws IOException {
    Map<String, byte[]> schemas = new TreeMap<>();
    for (String file : SCHEMA_FILES) {
      try (InputStream in = Downloads.class.getResourceAsStream(SCHEMAS + file)) {
        if (in == null) {
          throw new IOException("FHIR's schema is not on the class path: " + file);
        }
        schemas.put(file, in.readAllBytes());
      }
    }
    return schemas;
  }

  private byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
