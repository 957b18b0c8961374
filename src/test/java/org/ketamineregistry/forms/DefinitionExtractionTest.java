package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.Canonical;

/** What the forms are answered with becomes records that meet their profiles. */
class DefinitionExtractionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> responses() throws IOException {
    return Forms.responses();
  }

  private static List<JsonNode> entries(QuestionnaireResponse response) throws IOException {
    var entries = new ArrayList<JsonNode>();
    Forms.extracted(response).transaction().path("entry").forEach(entries::add);
    return entries;
  }

  private static List<JsonNode> entries(String response) throws IOException {
    return entries(Forms.response(response));
  }

  private static String profile(JsonNode entry) {
    return entry.at("/resource/meta/profile/0").asText().replaceFirst(".*/", "");
  }

  @ParameterizedTest
  @MethodSource("responses")
  void makesRecordsThatMeetTheirProfiles(String response) throws IOException {
    List<JsonNode> entries = entries(response);
    assertThat(entries).isNotEmpty();
    for (JsonNode entry : entries) {
      JsonNode resource = entry.path("resource");
      assertThat(resource.at("/meta/profile/0").asText()).startsWith(Canonical.BASE);
      assertThat(FormCheck.errors(resource.toString())).as(resource.toString()).isEmpty();
    }
  }

  /** Under an identifier that follows from that of the response, so that nothing is made twice. */
  @ParameterizedTest
  @MethodSource("responses")
  void makesEachOnce(String response) throws IOException {
    String start = Forms.response(response).getIdentifier().getValue() + "-";
    assertThat(entries(response))
        .extracting(entry -> entry.at("/request/ifNoneExist").asText())
        .doesNotHaveDuplicates()
        .allMatch(condition -> condition.matches("identifier=[^|]+\\|" + start + "[a-z0-9-]+"));
    for (JsonNode entry : entries(response)) {
      JsonNode identifier = entry.at("/resource/identifier");
      JsonNode first = identifier.isArray() ? identifier.get(0) : identifier;
      assertThat(entry.at("/request/ifNoneExist").asText())
          .endsWith(first.path("system").asText() + "|" + first.path("value").asText());
    }
  }

  @Test
  void makesASessionAndAllThatWasMeasuredInIt() throws IOException {
    List<JsonNode> entries = entries("response-session-gb-3");
    assertThat(entries)
        .extracting(DefinitionExtractionTest::profile)
        .containsExactly(
            "ketamine-session",
            "ketamine-medication-administration",
            "ketamine-blood-pressure",
            "ketamine-heart-rate",
            "ketamine-oxygen-saturation",
            "ketamine-body-weight",
            "ketamine-blood-pressure",
            "ketamine-heart-rate",
            "ketamine-oxygen-saturation",
            "ketamine-sedation-score",
            "ketamine-dissociation-score",
            "ketamine-psychotomimetic-score",
            "ketamine-blood-pressure",
            "ketamine-sedation-score",
            "ketamine-dissociation-score");
    String session = entries.get(0).path("fullUrl").asText();
    assertThat(entries.subList(2, entries.size()))
        .extracting(entry -> entry.at("/resource/encounter/reference").asText())
        .containsOnly(session);
    assertThat(entries.get(1).at("/resource/context/reference").asText()).isEqualTo(session);
  }

  @Test
  void putsEachAnswerWhereItBelongs() throws IOException {
    List<JsonNode> entries = entries("response-session-gb-3");
    JsonNode given = entries.get(1).path("resource");
    assertThat(given.path("status").asText()).isEqualTo("stopped");
    assertThat(given.at("/dosage/dose").toString())
        .isEqualTo(
            "{\"value\":21.5,\"unit\":\"milligram\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}");
    JsonNode pressure = entries.get(6).path("resource");
    assertThat(pressure.path("effectiveDateTime").asText()).isEqualTo("2026-09-21T10:10:00+01:00");
    assertThat(pressure.at("/extension/0/valueCode").asText()).isEqualTo("during");
    assertThat(pressure.path("component"))
        .extracting(component -> component.at("/valueQuantity/value").asInt())
        .containsExactly(168, 101);
  }

  @Test
  void repeatsWhatRepeats() throws IOException {
    JsonNode event = entries("response-adverse-event-gb-1").get(0).path("resource");
    assertThat(event.path("suspectEntity")).hasSize(1);
    assertThat(event.path("extension"))
        .filteredOn(one -> one.path("url").asText().endsWith("/seriousness-criterion"))
        .extracting(one -> one.at("/valueCodeableConcept/coding/0/code").asText())
        .containsExactly("C83052", "C82521");
    assertThat(entries("response-follow-up-gb-1"))
        .filteredOn(entry -> profile(entry).equals("misuse-assessment"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.at("/resource/component"))
                    .extracting(one -> one.at("/valueCodeableConcept/coding/0/code").asText())
                    .containsExactly("more-than-agreed", "early-request"));
  }

  @Test
  void namesTheInformationSheetOnlyWhereItWasReceived() throws IOException {
    QuestionnaireResponse response = Forms.response("response-treatment-consent-gb-1");
    assertThat(sheet(response)).endsWith("/Library/patient-information-sheet|1.0.0");
    response
        .getItemFirstRep()
        .getItem()
        .forEach(
            part -> part.getItem().removeIf(item -> item.getLinkId().equals("information.sheet")));
    assertThat(sheet(response)).isEmpty();
  }

  private static String sheet(QuestionnaireResponse response) throws IOException {
    for (JsonNode extension : entries(response).get(0).at("/resource/extension")) {
      if (extension.path("url").asText().endsWith("/information-sheet")) {
        return extension.path("valueCanonical").asText();
      }
    }
    return "";
  }
}
