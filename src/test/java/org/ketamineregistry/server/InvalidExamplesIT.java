package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.server.HttpAnswer.Issue;

/**
 * Each of the guide's invalid examples has one defect, which the server names with its place; it
 * keeps nothing of them. The guide's own rules stand in the first word of a file's name.
 */
@RegistryTest
class InvalidExamplesIT {
  private static final Path FOLDER = Path.of("implementation-guide/invalid");

  /** By what kind of rule is violated, the codes that the server may give. */
  private static final Map<String, Set<String>> CODES =
      Map.of(
          "required", Set.of("element-required", "profile-not-determined"),
          "forbidden", Set.of("element-not-allowed", "direct-identifier"),
          "binding", Set.of("code-not-allowed", "profile-not-determined"),
          "pattern", Set.of("value-not-as-profiled", "profile-not-determined"),
          "type", Set.of("value-invalid", "reference-wrong-type"),
          "slicing", Set.of("element-not-allowed", "invalid"));

  private final RegistryUnderTest registry;
  private Map<String, Long> before = Map.of();

  InvalidExamplesIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void count() {
    before = registry.clinicalRows();
  }

  @AfterEach
  void nothingIsKept() {
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void isRefusedWithItsCodeAtItsPlace(String file, String rule, String expression)
      throws IOException {
    String text = Files.readString(FOLDER.resolve(file));
    String type = new ObjectMapper().readTree(text).path("resourceType").asText();

    HttpAnswer answer = registry.post("/" + type, text);

    assertThat(answer).isRefused(422);
    if (!ProfileIndex.ACCEPTED_TYPES.contains(type)) {
      assertThat(answer).hasOnlyIssue("type-not-accepted");
      return;
    }
    assertThat(answer.issues())
        .as("%s", answer)
        .anyMatch(issue -> says(issue, rule) && isAt(issue, expression));
  }

  private static boolean says(Issue issue, String rule) {
    Set<String> codes = CODES.get(rule);
    return codes == null
        ? issue.code().equals("rule-violated") && issue.rule().equals(rule)
        : codes.contains(issue.code());
  }

  /** The guide's places have no indices, and are those of the parent of what should not be. */
  private static boolean isAt(Issue issue, String expression) {
    String plain = expression.replaceAll("\\.ofType\\([A-Za-z]+\\)", "");
    String place = issue.expression().replaceAll("\\[\\d+]", "");
    return place.equals(plain)
        || (!issue.code().equals("element-required") && place.startsWith(plain + "."))
        || (issue.code().equals("profile-not-determined") && plain.startsWith(place));
  }

  static Stream<Arguments> examples() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    return expected.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            example ->
                Arguments.of(
                    example.getKey(),
                    example.getValue().path("rule").asText(),
                    example.getValue().path("expression").asText()));
  }
}
