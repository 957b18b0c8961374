package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** The guide's examples get the verdict that the guide promises. */
class ConformanceTest {
  private static final Path INVALID = Path.of("implementation-guide/invalid");

  /** What the registry makes itself or is configured with; no clinic submits it. */
  private static final Set<String> NOT_SUBMITTED =
      Set.of("practice-finding", "practice-rule-set", "submission-receipt");

  /** Examples of what the registry makes, publishes or never takes as it is. */
  private static final String NO_SUBMISSION =
      "(DetectedIssue|DocumentReference|QuestionnaireResponse|Task)-.*|Bundle-.*-document";

  private static final Map<String, Set<ErrorCode>> CODES =
      Map.of(
          "required", Set.of(ErrorCode.ELEMENT_REQUIRED),
          "forbidden", Set.of(ErrorCode.ELEMENT_NOT_ALLOWED, ErrorCode.DIRECT_IDENTIFIER),
          "slicing", Set.of(ErrorCode.ELEMENT_NOT_ALLOWED),
          "binding", Set.of(ErrorCode.CODE_NOT_ALLOWED),
          "pattern", Set.of(ErrorCode.VALUE_NOT_AS_PROFILED),
          "type", Set.of(ErrorCode.VALUE_INVALID));

  /** Elements whose code selects the profile: a wrong one leaves nothing to check against. */
  private static final Set<String> SELECTING =
      Set.of("Observation.code", "Consent.category", "Encounter.type");

  record Fixture(String name, String rule, String expression) {
    @Override
    public String toString() {
      return name;
    }

    String folder() {
      return name.substring(0, name.indexOf('/'));
    }

    String text() {
      return Desk.read(INVALID.resolve(name));
    }

    boolean isRaisedBy(Problem problem) {
      return isAt(problem) && (rule.equals(problem.rule()) || isCoded(problem));
    }

    /**
     * HL7's validator tells the parent of an element that is not allowed, the registry the element.
     */
    private boolean isAt(Problem problem) {
      String at = plain(String.valueOf(problem.expression()));
      String expected = plain(expression);
      return at.equals(expected)
          || (rule.equals("forbidden") && at.replaceFirst("\\.[A-Za-z]+$", "").equals(expected));
    }

    private boolean isCoded(Problem problem) {
      return CODES.getOrDefault(rule, Set.of()).contains(problem.code())
          || (problem.code() == ErrorCode.PROFILE_NOT_DETERMINED
              && SELECTING.contains(plain(expression)));
    }

    private static String plain(String expression) {
      return expression.replaceAll("\\[\\d+]|\\.ofType\\(\\w+\\)", "");
    }
  }

  static List<Fixture> fixtures() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(INVALID.resolve("expected.json").toFile());
    List<Fixture> fixtures = new ArrayList<>();
    expected
        .fields()
        .forEachRemaining(
            field ->
                fixtures.add(
                    new Fixture(
                        field.getKey(),
                        field.getValue().get("rule").asText(),
                        field.getValue().get("expression").asText())));
    return fixtures;
  }

  static Stream<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(Desk.EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> !name.matches(NO_SUBMISSION))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aValidExampleIsValid(String name) {
    assertThat(Desk.problems(Desk.example(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void anInvalidExampleIsRefusedForItsDefect(Fixture fixture) {
    List<Problem> problems = Desk.problems(fixture.text());
    assertThat(problems).allSatisfy(ConformanceTest::hasAPlaceAndWords);
    if (NOT_SUBMITTED.contains(fixture.folder())) {
      assertThat(problems).extracting(Problem::code).contains(ErrorCode.TYPE_NOT_ACCEPTED);
      problems = Desk.against(Canonical.profile(fixture.folder()), fixture.text());
      assertThat(problems).allSatisfy(ConformanceTest::hasAPlaceAndWords);
    }
    assertThat(problems).anyMatch(fixture::isRaisedBy);
  }

  @Test
  void everyInvalidExampleHasAnExpectation() throws IOException {
    try (Stream<Path> files = Files.walk(INVALID)) {
      assertThat(fixtures())
          .extracting(Fixture::name)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".json"))
                  .map(file -> INVALID.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.equals("expected.json"))
                  .toList());
    }
  }

  private static void hasAPlaceAndWords(Problem problem) {
    assertThat(problem.line()).isPositive();
    assertThat(problem.column()).isPositive();
    assertThat(problem.expression()).matches("[A-Z][A-Za-z]+(\\.[A-Za-z_]+(\\[\\d+])?)*");
    assertThat(problem.message()).endsWith(".").doesNotContain("null", "Slice '", "slicing");
  }
}
