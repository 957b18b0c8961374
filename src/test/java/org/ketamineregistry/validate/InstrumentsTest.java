package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.profiles.ProfileIndex.Code;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** What the guide says of an instrument as data is what its rules hold a score to. */
class InstrumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOINC = "http://loinc.org";

  record Instrument(String system, ConceptDefinitionComponent concept) {
    @Override
    public String toString() {
      return concept.getCode();
    }

    Optional<Type> property(String code) {
      return concept.getProperty().stream()
          .filter(property -> property.getCode().equals(code))
          .map(ConceptPropertyComponent::getValue)
          .findFirst();
    }

    Optional<Integer> number(String code) {
      return property(code).map(value -> Integer.valueOf(value.primitiveValue()));
    }
  }

  static Stream<Instrument> instruments() {
    return GuideDefinitions.get().guide().of(CodeSystem.class).stream()
        .filter(
            system ->
                system.getProperty().stream()
                    .anyMatch(property -> property.getCode().equals("minimum")))
        .flatMap(
            system ->
                system.getConcept().stream()
                    .map(concept -> new Instrument(systemOf(system), concept)));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void theRangeIsTheOneThatItsRulesHold(Instrument instrument) {
    int minimum = instrument.number("minimum").orElseThrow();
    assertThat(problems(instrument, minimum)).isEmpty();
    assertThat(problems(instrument, minimum - 1))
        .extracting(Problem::code)
        .containsOnly(ErrorCode.RULE_VIOLATED);
    Optional<Integer> maximum = instrument.number("maximum");
    if (maximum.isPresent()) {
      assertThat(problems(instrument, maximum.get())).isEmpty();
      assertThat(problems(instrument, maximum.get() + 1))
          .extracting(Problem::code)
          .containsOnly(ErrorCode.RULE_VIOLATED);
    } else {
      assertThat(problems(instrument, 10_000)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void aThresholdLiesInTheRangeAndIsCited(Instrument instrument) {
    assertThat(instrument.property("direction").map(Type::primitiveValue))
        .isPresent()
        .get()
        .isIn("higher-is-worse", "higher-is-better");
    Optional<Integer> fall = instrument.number("response-fall-percent");
    Optional<Integer> remission = instrument.number("remission-at-most");
    assertThat(fall.isPresent()).isEqualTo(remission.isPresent());
    assertThat(instrument.property("citation").isPresent()).isEqualTo(remission.isPresent());
    fall.ifPresent(percent -> assertThat(percent).isBetween(1, 100));
    remission.ifPresent(
        score ->
            assertThat(score)
                .isBetween(
                    instrument.number("minimum").orElseThrow(),
                    instrument.number("maximum").orElseThrow()));
  }

  @Nested
  class TheSupplementToLoinc {
    @Test
    void isNotTakenForLoinc() {
      var context = GuideDefinitions.get().workerContext();
      assertThat(context.fetchCodeSystem(LOINC)).isNull();
    }

    @Test
    void leavesOtherCodesOfLoincAsTheyAre() throws JsonProcessingException {
      ObjectNode event =
          (ObjectNode) JSON.readTree(Desk.example("AdverseEvent-adverse-event-gb-1"));
      event.withArray("/event/coding").addObject().put("system", LOINC).put("code", "8867-4");
      assertThat(Desk.problems(event.toString())).isEmpty();
    }
  }

  private static String systemOf(CodeSystem system) {
    return system.getContent() == CodeSystemContentMode.SUPPLEMENT
        ? system.getSupplements()
        : system.getUrl();
  }

  /** What is said of a score, in an example of the profile that its code selects. */
  private static List<Problem> problems(Instrument instrument, int score) {
    String code = instrument.concept().getCode();
    String profile =
        GuideDefinitions.get()
            .index()
            .profileFor("Observation", List.of(new Code(instrument.system(), code)))
            .orElseThrow();
    ObjectNode observation = exampleOf(profile, code);
    ((ObjectNode) observation.at("/code/coding/0"))
        .put("system", instrument.system())
        .put("code", code)
        .remove("display");
    return Desk.problems(observation.put("valueInteger", score).toString());
  }

  /** An example with the code where there is one, since a code may ask for more. */
  private static ObjectNode exampleOf(String profile, String code) {
    try (Stream<Path> files = Files.list(Desk.EXAMPLES)) {
      List<ObjectNode> examples =
          files
              .sorted()
              .filter(file -> Objects.toString(file.getFileName()).startsWith("Observation-"))
              .map(file -> (ObjectNode) parsed(file))
              .filter(example -> example.at("/meta/profile/0").asText().equals(profile))
              .toList();
      return examples.stream()
          .filter(example -> example.at("/code/coding/0/code").asText().equals(code))
          .findFirst()
          .orElseGet(() -> examples.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(Path file) {
    try {
      return JSON.readTree(Desk.read(file));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
