package org.ketamineregistry.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * FHIR R4's own definitions as the package {@code hl7.fhir.r4.core}, which HL7's validator asks
 * for. They are HL7's files as HAPI brings them; the real package would have to be fetched.
 */
final class CorePackage {
  private static final Path FOLDER = Path.of("target/hl7.fhir.r4.core");
  private static final String DEFINITIONS = "/org/hl7/fhir/r4/model/";
  private static final List<String> FILES =
      List.of(
          "profile/profiles-types.xml",
          "profile/profiles-resources.xml",
          "profile/profiles-others.xml",
          "extension/extension-definitions.xml",
          "valueset/valuesets.xml",
          "valueset/v3-codesystems.xml",
          "valueset/v2-tables.xml");
  private static final String MANIFEST =
      "{\"name\":\"hl7.fhir.r4.core\",\"version\":\"4.0.1\",\"type\":\"Core\","
          + "\"canonical\":\"http://hl7.org/fhir\",\"url\":\"http://hl7.org/fhir/R4\","
          + "\"title\":\"FHIR R4\",\"date\":\"20191101\",\"fhirVersions\":[\"4.0.1\"]}";

  private CorePackage() {}

  /** Takes ten seconds the first time after a clean build. */
  static NpmPackage load() throws IOException {
    if (!Files.exists(FOLDER)) {
      Path half = FOLDER.resolveSibling("hl7.fhir.r4.core.part");
      write(Files.createDirectories(half.resolve("package")));
      Files.move(half, FOLDER, StandardCopyOption.ATOMIC_MOVE);
    }
    return NpmPackage.fromFolder(FOLDER.toString());
  }

  private static void write(Path folder) throws IOException {
    FhirContext fhir = FhirContext.forR4Cached();
    IParser xml = fhir.newXmlParser();
    IParser json = fhir.newJsonParser();
    for (String file : FILES) {
      try (InputStream in = CorePackage.class.getResourceAsStream(DEFINITIONS + file)) {
        Bundle bundle = xml.parseResource(Bundle.class, Objects.requireNonNull(in, file));
        for (BundleEntryComponent entry : bundle.getEntry()) {
          var resource = entry.getResource();
          String name = resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json";
          Files.writeString(folder.resolve(name), json.encodeResourceToString(resource));
        }
      }
    }
    Files.writeString(folder.resolve("package.json"), MANIFEST);
  }
}
