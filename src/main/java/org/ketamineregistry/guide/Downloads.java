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
import java.util.ArrayList;
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

  /** A file to download. */
  record Download(String file, String about, byte[] bytes) {}

  Downloads(GuideSource source) {
    this.source = source;
    // The day of the guide, so that an archive changes only with what it holds.
    time =
        FileTime.from(
            LocalDate.parse(source.config().date()).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  List<Download> all() throws IOException {
    List<Download> all = new ArrayList<>();
    all.add(
        new Download(
            "package.tgz",
            "The FHIR package " + source.config().id() + ", definitions and examples",
            fhirPackage()));
    Map<String, byte[]> json = new TreeMap<>();
    Map<String, byte[]> xml = new TreeMap<>();
    for (Artefact artefact : source.artefacts()) {
      if (artefact.example()) {
        json.put(artefact.name() + ".json", bytes(artefact.json()));
        xml.put(artefact.name() + ".xml", bytes(ArtefactPages.xml(artefact)));
      }
    }
    all.add(new Download("examples.json.zip", "Valid examples in JSON", zip(json)));
    all.add(new Download("examples.xml.zip", "Valid examples in XML", zip(xml)));
    Map<String, byte[]> invalid = new TreeMap<>();
    source.invalid().forEach(example -> invalid.put(example.path(), bytes(example.json())));
    all.add(
        new Download(
            "invalid-examples.zip",
            "Invalid examples in JSON, one defect each, in a folder for each profile",
            zip(invalid)));
    all.add(new Download("schemas.xml.zip", "FHIR R4's XML schemas, by HL7 (CC0)", zip(schemas())));
    return all;
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
