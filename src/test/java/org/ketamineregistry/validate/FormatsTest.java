package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.conformance.Examples;
import org.ketamineregistry.conformance.InvalidExample;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** JSON and XML of the same content get the same verdict at the same elements. */
class FormatsTest {
  private static final FhirContext CONTEXT = FhirContext.forR4Cached();

  /** What HAPI's model can hold without loss, of every ninth example. */
  static Stream<InvalidExample> invalid() {
    List<InvalidExample> all = Examples.invalid();
    List<InvalidExample> kept =
        IntStream.range(0, all.size())
            .filter(i -> i % 9 == 0)
            .mapToObj(all::get)
            .filter(example -> isKept(Desk.read(example.file())))
            .toList();
    assertThat(kept).hasSizeGreaterThan(all.size() / 18);
    return kept.stream();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidExampleHasTheSameProblemsInXml(InvalidExample example) {
    String json = Desk.read(example.file());
    String xml = xml(json);
    assertThat(Desk.problems(xml, Format.XML))
        .allSatisfy(problem -> assertThat(problem.line()).isPositive())
        .extracting(FormatsTest::codeAndPlace)
        .containsExactlyInAnyOrderElementsOf(
            Desk.problems(json).stream().map(FormatsTest::codeAndPlace).toList());
  }

  @ParameterizedTest
  @MethodSource("org.ketamineregistry.conformance.Examples#valid")
  void aValidExampleIsValidInXml(Path file) {
    assertThat(Desk.problems(xml(Desk.read(file)), Format.XML)).isEmpty();
  }

  @Test
  void anUnknownElementIsNamedInEitherFormat() {
    String json = Desk.example("Bundle-submission-session");
    String inJson = json.replaceFirst("\"resourceType\": \"Encounter\",", "$0 \"mood\": \"fine\",");
    String inXml = xml(json).replaceFirst("</Encounter>", "<mood value=\"fine\"/></Encounter>");
    Problem first = Desk.problems(inJson).get(0);
    Problem second = Desk.problems(inXml, Format.XML).get(0);
    assertThat(first.code()).isEqualTo(ErrorCode.ELEMENT_UNKNOWN);
    assertThat(first.expression()).matches("Bundle\\.entry\\[\\d]\\.resource\\.mood");
    assertThat(codeAndPlace(second)).isEqualTo(codeAndPlace(first));
    assertThat(line(inJson, first)).contains("\"mood\"");
    assertThat(line(inXml, second)).contains("<mood");
  }

  @Test
  void anUnknownElementOfTheBundleItselfIsRefusedInEitherFormat() {
    String json = Desk.example("Bundle-submission-session");
    String inJson = json.replaceFirst("\"type\": \"transaction\",", "$0 \"mood\": \"fine\",");
    String inXml = xml(json).replaceFirst("<entry>", "<mood value=\"fine\"/><entry>");
    assertThat(Desk.problems(inJson))
        .extracting(FormatsTest::codeAndPlace)
        .containsExactly("ELEMENT_UNKNOWN null Bundle.mood");
    assertThat(Desk.problems(inXml, Format.XML))
        .extracting(FormatsTest::codeAndPlace)
        .containsExactly("ELEMENT_UNKNOWN null Bundle.mood");
  }

  private static String line(String text, Problem problem) {
    return text.lines().toList().get(problem.line() - 1).substring(problem.column() - 1);
  }

  private static String codeAndPlace(Problem problem) {
    return problem.code() + " " + problem.rule() + " " + problem.expression();
  }

  private static String xml(String json) {
    return CONTEXT
        .newXmlParser()
        .setPrettyPrint(true)
        .setOverrideResourceIdWithBundleEntryFullUrl(false)
        .encodeResourceToString(CONTEXT.newJsonParser().parseResource(json));
  }

  private static boolean isKept(String json) {
    try {
      IBaseResource resource =
          CONTEXT
              .newJsonParser()
              .setParserErrorHandler(new StrictErrorHandler())
              .parseResource(json);
      JsonNode wanted = new ObjectMapper().readTree(json);
      return wanted.equals(tree(resource))
          && wanted.equals(tree(CONTEXT.newXmlParser().parseResource(xml(json))));
    } catch (RuntimeException | IOException e) {
      return false;
    }
  }

  private static JsonNode tree(IBaseResource resource) throws IOException {
    return new ObjectMapper().readTree(CONTEXT.newJsonParser().encodeResourceToString(resource));
  }
}
