package org.ketamineregistry.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The guide's examples: what is valid, and what is invalid for one reason each. */
public final class Examples {
  static final Path INVALID = Path.of("implementation-guide/invalid");
  private static final int VOLUME = Integer.getInteger("registry.test.volume", 1);
  private static final Path PACKAGE = Path.of("profiles/package");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  /**
   * The package's examples, and what of the package itself claims a profile of the guide.
   * Indicators are left to {@code DefinitionsAsResourcesTest}: they name expressions in a language
   * that FHIR R5 lists and R4 does not, which a validator without a terminology server takes for an
   * error. What forms were answered with is left to {@code FormsTest}: it is not submitted, but
   * what it becomes.
   */
  public static List<Path> valid() {
    try (Stream<Path> examples = Files.list(PACKAGE.resolve("example"));
        Stream<Path> definitions = Files.list(PACKAGE)) {
      return Stream.concat(
              examples
                  .filter(file -> file.toString().endsWith(".json"))
                  .filter(
                      file -> !file.getFileName().toString().startsWith("QuestionnaireResponse-")),
              definitions.filter(Examples::claimsProfile))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One in three of the valid ones, all of which HL7's own validator judges; all at volume. */
  static Stream<Path> validForHapi() {
    return valid().stream()
        .filter(
            file -> VOLUME > 1 || Math.floorMod(file.getFileName().toString().hashCode(), 3) == 0);
  }

  public static List<InvalidExample> invalid() {
    return read(INVALID.resolve("expected.json")).properties().stream()
        .map(
            field ->
                new InvalidExample(
                    field.getKey(),
                    field.getValue().path("rule").asText(),
                    field.getValue().path("expression").asText()))
        .toList();
  }

  /** One in six of the invalid ones, which the server is asked about; all at volume. */
  public static Stream<InvalidExample> forServer() {
    return invalid().stream().filter(example -> VOLUME > 1 || isForServer(example));
  }

  /** The others, which are judged without a server; all at volume. */
  static Stream<InvalidExample> withoutServer() {
    return invalid().stream().filter(example -> VOLUME > 1 || !isForServer(example));
  }

  /** One in three of the invalid ones, none of which the server is asked about; all at volume. */
  static boolean isForHl7(InvalidExample example) {
    return VOLUME > 1 || Math.floorMod(example.name().hashCode(), 3) == 1;
  }

  private static boolean isForServer(InvalidExample example) {
    return Math.floorMod(example.name().hashCode(), 6) == 0;
  }

  /** Every file of the folder of invalid examples, as {@code expected.json} would name it. */
  static List<String> invalidFiles() {
    try (Stream<Path> files = Files.walk(INVALID)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> INVALID.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("expected.json"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of the rules of the guide that ask whether a code is in a value set. */
  static Set<String> rulesOfMembership() {
    return GuideDefinitions.get().guide().of(StructureDefinition.class).stream()
        .flatMap(profile -> profile.getDifferential().getElement().stream())
        .flatMap(element -> element.getConstraint().stream())
        .filter(rule -> rule.getExpression().contains("memberOf("))
        .map(ElementDefinitionConstraintComponent::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean claimsProfile(Path file) {
    return file.getFileName().toString().matches("(?!Measure-)[A-Z][A-Za-z]+-.*\\.json")
        && StreamSupport.stream(read(file).at("/meta/profile").spliterator(), false)
            .anyMatch(profile -> profile.asText().startsWith(Canonical.profile("")));
  }
}
