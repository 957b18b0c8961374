package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ketamineregistry.adapter.Clinics;
import org.ketamineregistry.adapter.GuideTemplates;
import org.ketamineregistry.adapter.Item;
import org.ketamineregistry.adapter.Mistaken;

/** Mappings of tests, and what they make of resources. */
final class Mapped {
  private static final Path EXAMPLES = Path.of("docs/adapt");
  private static final FhirContext CONTEXT = FhirContext.forR4Cached();
  private static final FhirMapping EXAMPLE = readExample();

  /** Of Observations whatever their code, the weight. */
  static final String WEIGHT =
      """
      mapping: weights
      source: {base: "https://ehr.example/fhir"}
      clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
      records:
        - kind: body-weight
          from: Observation
          key: [id]
          fields:
            patient: {key: [subject]}
            measured: {path: effective.ofType(dateTime)}
            weight: {path: value.ofType(Quantity), unit: {factors: {kg: 1, g: 0.001}}}
        - kind: patient
          from: Patient
          key: [id]
          fields:
            sex: {path: gender}
            born: {path: birthDate}
      """;

  private Mapped() {}

  static FhirMapping example() {
    return EXAMPLE;
  }

  static Path exampleFile() {
    return EXAMPLES.resolve("fhir-ehr.ndjson");
  }

  private static FhirMapping readExample() {
    try {
      return mapping(Files.readString(EXAMPLES.resolve("fhir-ehr.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Mistaken e) {
      throw new AssertionError(e.mistakes().toString(), e);
    }
  }

  static FhirMapping mapping(String yaml) throws Mistaken {
    return FhirMappingReader.read(
        yaml, GuideTemplates.read(), CONTEXT, name -> Files.readString(EXAMPLES.resolve(name)));
  }

  /** All items of files, in the order in which they are brought. */
  static List<Item<Line>> items(FhirMapping mapping, List<Path> files) throws IOException {
    var items = new ArrayList<Item<Line>>();
    try (NdjsonSource source = source(mapping, files)) {
      for (Item<Line> item = source.next(); item != null; item = source.next()) {
        items.add(item);
      }
    }
    return items;
  }

  static NdjsonSource source(FhirMapping mapping, List<Path> files) throws IOException {
    return new NdjsonSource(
        NdjsonFiles.survey(files, mapping.types()),
        mapping,
        mapping.site(Clinics.pseudonyms()),
        GuideTemplates.read(),
        CONTEXT);
  }
}
