package org.ketamineregistry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The package is installed by HL7's own tools and by HAPI, without a network or the registry. */
class PackageTest {
  private static final Path FOLDER = Path.of("profiles/package");

  static Stream<Path> valid() {
    return Examples.validForHapi();
  }

  /** Of each profile the first invalid example. */
  static Stream<InvalidExample> invalid() {
    Map<String, InvalidExample> first = new HashMap<>();
    Examples.invalid().forEach(example -> first.putIfAbsent(example.profile(), example));
    return first.values().stream().sorted(Comparator.comparing(InvalidExample::name));
  }

  @Test
  void isWhatNpmAndFhirKnowAsAPackage() throws IOException {
    NpmPackage installed = NpmPackage.fromPackage(new ByteArrayInputStream(PackageArchive.bytes()));

    assertThat(installed.name()).isEqualTo("org.ketamineregistry.fhir");
    assertThat(installed.fhirVersion()).isEqualTo("4.0.1");
    assertThat(installed.canonical()).isEqualTo("https://ketamine-registry.example/fhir");
    assertThat(installed.dependencies()).containsExactly("hl7.fhir.r4.core#4.0.1");
    assertThat(installed.getFolders()).containsKeys("package", "example");
    assertThat(installed.list("package"))
        .filteredOn(name -> name.matches("[A-Z].*\\.json"))
        .containsExactlyInAnyOrderElementsOf(indexed());
  }

  private static TreeSet<String> indexed() {
    var files = new TreeSet<String>();
    for (JsonNode file : Examples.read(FOLDER.resolve(".index.json")).path("files")) {
      files.add(file.path("filename").asText());
    }
    assertThat(files).hasSizeGreaterThan(100);
    return files;
  }

  @Test
  void isReadByHl7sLoader() throws IOException {
    var definitions = Hl7Alone.get().definitions();
    assertThat(definitions.getVersion()).isEqualTo("4.0.1");
    assertThat(GuideDefinitions.get().guide().resources())
        .filteredOn(definition -> Hl7Alone.TYPES.contains(definition.fhirType()))
        .hasSizeGreaterThan(100)
        .extracting(MetadataResource::getUrl)
        .allMatch(url -> definitions.fetchResource(Resource.class, url) != null);
    assertThat(
            definitions.fetchResourcesByType(StructureDefinition.class).stream()
                .filter(one -> one.getUrl().startsWith("https://ketamine-registry.example/"))
                .filter(one -> !one.hasSnapshot()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void aValidExampleIsValidForHapi(Path file) throws IOException {
    assertThat(HapiAlone.get().errors(Examples.bytes(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidExampleIsRefusedByHapi(InvalidExample example) throws IOException {
    assertThat(HapiAlone.get().errors(Examples.bytes(example.file()))).anyMatch(example::isTold);
  }
}
