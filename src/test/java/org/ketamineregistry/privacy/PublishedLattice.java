package org.ketamineregistry.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lattice as the Measures and value sets of the compiled guide have it, as text. */
final class PublishedLattice {
  private static final Path GUIDE = Path.of("profiles/package");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD =
      """
      # All that can be asked of a registry by others. Made from the Measures of the guide; do not edit.
      #
      # dimension  | name | bands | dimensions without which it says nothing
      # indicator  | id | scoring | how far a question may come from
      # group      | indicator | id | dimensions; /always: a question has it; /numerator: of the numerator alone
      # population | indicator | group | role | counting unit | expression | expression of those left out
      #
      # The bands of the year are those of the period. Clinics are no dimension of an answer that leaves.
      """;

  private PublishedLattice() {}

  static Lattice read() {
    try {
      return Lattice.of(Files.readString(Path.of("src/main/resources/privacy/lattice.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode concept : json("CodeSystem-indicator-dimension-cs.json").path("concept")) {
      if (property(concept, "own-registry-only").isEmpty()) {
        lines.add(
            "dimension | %s | %s | %s"
                .formatted(
                    concept.path("code").asText(),
                    bands(property(concept, "bands")),
                    String.join(", ", property(concept, "together-with"))));
      }
    }
    try (Stream<Path> files = Files.list(GUIDE)) {
      for (Path file :
          files
              .filter(path -> path.getFileName().toString().startsWith("Measure-"))
              .sorted(Comparator.comparing(path -> path.getFileName().toString()))
              .toList()) {
        lines.add("");
        measure(json(file.getFileName().toString()), lines);
      }
    }
    return HEAD
        + "\n"
        + lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static void measure(JsonNode measure, List<String> lines) {
    String id = measure.path("id").asText();
    String library = last(measure.path("library").path(0).asText());
    lines.add(
        "indicator | %s | %s | %s"
            .formatted(
                id,
                code(measure.path("scoring")),
                extension(measure, "indicator-scope").path("valueCode").asText()));
    for (JsonNode group : measure.path("group")) {
      String groupId = code(group.path("code"));
      lines.add("group | %s | %s | %s".formatted(id, groupId, dimensions(group)));
      String leftOut =
          all(group.path("population"))
              .filter(population -> code(population.path("code")).equals("denominator-exclusion"))
              .map(population -> expression(library, population))
              .findFirst()
              .orElse("");
      for (JsonNode population : group.path("population")) {
        String role = code(population.path("code"));
        boolean onlyOne = group.path("population").size() == 1;
        if (role.equals("numerator") || role.equals("denominator") || onlyOne) {
          lines.add(
              "population | %s | %s | %s | %s | %s | %s"
                  .formatted(
                      id,
                      groupId,
                      role,
                      extension(population, "counting-unit").path("valueCode").asText(),
                      expression(library, population),
                      leftOut));
        }
      }
    }
  }

  private static String dimensions(JsonNode group) {
    return all(group.path("stratifier"))
        .filter(stratifier -> extension(stratifier, "indicator-scope").isMissingNode())
        .map(
            stratifier ->
                code(stratifier.path("code"))
                    + (extension(stratifier, "dimension-required").isMissingNode() ? "" : "/always")
                    + (extension(stratifier, "numerator-only").isMissingNode() ? "" : "/numerator"))
        .collect(Collectors.joining(", "));
  }

  private static String bands(List<String> valueSets) throws IOException {
    List<String> codes = new ArrayList<>();
    for (String valueSet : valueSets) {
      for (JsonNode include :
          json("ValueSet-" + last(valueSet) + ".json").path("compose").path("include")) {
        all(include.path("concept")).map(node -> node.path("code").asText()).forEach(codes::add);
      }
    }
    return String.join(", ", codes);
  }

  private static List<String> property(JsonNode concept, String name) {
    return all(concept.path("property"))
        .filter(property -> property.path("code").asText().equals(name))
        .map(
            property ->
                property.has("valueString")
                    ? property.path("valueString").asText()
                    : property.path("valueCode").asText(property.path("valueBoolean").asText()))
        .toList();
  }

  private static JsonNode extension(JsonNode element, String name) {
    return all(element.path("extension"))
        .filter(extension -> last(extension.path("url").asText()).equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static String expression(String library, JsonNode population) {
    return library + "." + population.path("criteria").path("expression").asText();
  }

  private static String code(JsonNode concept) {
    return concept.path("coding").path(0).path("code").asText();
  }

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode json(String file) throws IOException {
    return JSON.readTree(GUIDE.resolve(file).toFile());
  }
}
