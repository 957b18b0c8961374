package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validation;

/** What is said of responses that do not answer their form, in the words of the form. */
class ExtractionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final Ingest INGEST = new Ingest(GuideDefinitions.get());
  private static final Extraction EXTRACTION =
      new Extraction(
          GuideDefinitions.get(),
          INGEST,
          new Validation(GuideDefinitions.get(), Clock.fixed(NOW, ZoneOffset.UTC), 1));

  static List<String> responses() throws IOException {
    return Forms.responses();
  }

  private static Incoming incoming(String text) {
    return new Incoming(
        Door.verdict("QuestionnaireResponse", null),
        Format.JSON,
        text.getBytes(StandardCharsets.UTF_8),
        NOW,
        "test",
        Caller.open());
  }

  private static List<Problem> problems(String text) {
    Refused refused = catchThrowableOfType(Refused.class, () -> EXTRACTION.of(incoming(text)));
    return refused == null ? List.of() : refused.problems();
  }

  @ParameterizedTest
  @MethodSource("responses")
  void takesWhatAnswersTheForm(String response) {
    assertThat(problems(Forms.text(response))).isEmpty();
  }

  /** The code, and the items that the expression goes by, with a place among several. */
  private static List<String> told(String text) {
    return problems(text).stream()
        .map(
            problem ->
                problem.code().code()
                    + " "
                    + String.valueOf(problem.expression())
                        .replaceAll("\\.item\\.where\\(linkId='[^']+'\\)(?=\\.item\\.where)", "")
                        .replaceFirst("QuestionnaireResponse\\.", "")
                        .replaceFirst("item\\.where\\(linkId='([^']+)'\\)", "$1"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          session-gb-3       > "valueDecimal": 21.5         > "valueString": "21.5"             > value-invalid administration.dose.answer[0].value
          session-gb-3       > "code": "adverse-effect"     > "code": "boredom"                 > code-not-allowed administration.stop-reason.answer[0]
          session-gb-3       > "valueInteger": 31           > "valueInteger": 77                > value-invalid during.dissociation.answer[0].value
          session-gb-3       > "status": "completed"        > "status": "in-progress"           > form-not-finished status
          session-gb-3       > Questionnaire/session        > Questionnaire/sessions            > form-unknown questionnaire
          session-gb-3       > session-monitoring"          > session-monitoring|0.1.0"         > form-unknown questionnaire
          adverse-event-gb-1 > "code": "resolved"           > "code": "ongoing"                 > element-not-allowed outcome.resolved
          """)
  void tellsTheItem(String response, String right, String wrong, String told) {
    String text = Forms.text("response-" + response);
    assertThat(text).contains(right);
    assertThat(told(text.replace(right, wrong))).contains(told);
  }

  @Test
  void tellsEverythingAtOnce() {
    String text =
        Forms.text("response-session-gb-3")
            .replace("\"valueInteger\": 31", "\"valueInteger\": 77")
            .replace("administration.stop-reason", "administration.stopped-because")
            .replace("\"authored\"", "\"language\"")
            .replace("session.start", "session.number");
    assertThat(told(text))
        .contains(
            "element-required authored",
            "element-required session.start",
            "element-required administration.stop-reason",
            "element-unknown administration",
            "value-invalid session.number[1].answer[0].value",
            "value-invalid during.dissociation.answer[0].value");
  }

  @Test
  void speaksTheWordsOfTheFormAndNoneOfTheSendersOwn() {
    String text =
        Forms.text("response-session-gb-3")
            .replace("\"valueInteger\": 31", "\"valueInteger\": 7799")
            .replace("during.heart-rate", "Wolkenstein");
    List<Problem> problems = problems(text);
    assertThat(problems)
        .extracting(Problem::message)
        .contains(
            "“Dissociation by CADSS, total of the 19 subjective items” (during.dissociation): The"
                + " answer is 76 or less.")
        .noneMatch(words -> words.contains("7799") || words.contains("Wolkenstein"));
    assertThat(problems)
        .extracting(Problem::toString)
        .noneMatch(all -> all.contains("Wolkenstein"));
    assertThat(problems).allMatch(problem -> problem.line() > 0);
  }

  @Test
  void asksForWhatTheRecordsNeedBesideTheAnswers() {
    assertThat(
            told(
                "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
                    + "\"questionnaire\":\"https://ketamine-registry.example/fhir/Questionnaire/follow-up\"}"))
        .containsExactly(
            "element-required identifier",
            "element-required subject",
            "element-required authored",
            "element-required visit");
  }

  @Test
  void isBounded() {
    String item = "{\"linkId\":\"visit\"},";
    String items = item.repeat(6_000) + "{\"linkId\":\"visit\"}";
    String text =
        Forms.text("response-follow-up-gb-1")
            .replace("\"item\": [\n    {", "\"item\": [" + items + ",{");
    assertThat(text).hasSizeGreaterThan(100_000);
    assertThat(told(text)).contains("element-not-allowed QuestionnaireResponse");
  }

  @Test
  void takesAParametersResourceWithTheOneParameter() {
    String response = Forms.text("response-session-gb-3");
    String wrapped =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"%s\",\"resource\":%s}]}";
    assertThat(problems(wrapped.formatted("questionnaire-response", response))).isEmpty();
    assertThat(problems(wrapped.formatted("questionnaire", response)))
        .extracting(problem -> problem.code().code())
        .containsExactly("invalid-request");
    assertThat(
            told(
                wrapped.formatted(
                    "questionnaire-response",
                    response.replace("\"valueInteger\": 31", "\"valueInteger\": 77"))))
        .containsExactly("value-invalid during.dissociation.answer[0].value");
  }

  @Test
  void takesNothingElse() {
    assertThat(problems("{\"resourceType\":\"Patient\"}"))
        .extracting(problem -> problem.code().code())
        .containsExactly("not-a-fhir-resource");
  }

  /** Every answer that has a place in a record is found again from that place. */
  @ParameterizedTest
  @MethodSource("responses")
  void tracesWhatBecameOfEachAnswer(String name) throws IOException {
    QuestionnaireResponse response = Forms.response(name);
    Extracted extracted = EXTRACTION.of(incoming(Forms.text(name)));
    JsonNode entries = JSON.readTree(extracted.transaction().body()).path("entry");
    var found = new TreeSet<String>();
    for (int i = 0; i < entries.size(); i++) {
      for (String place :
          places("Bundle.entry[" + i + "].resource", entries.get(i).path("resource"))) {
        extracted
            .traced(List.of(Problem.at(ErrorCode.INVALID, place, 0, 0, "Wrong.")))
            .forEach(problem -> found.add(String.valueOf(problem.expression())));
      }
    }
    assertThat(found).isNotEmpty();
    assertThat(Forms.of(response).getItem()).isNotEmpty();
    for (var placed : Forms.placed(Forms.of(response).getItem())) {
      String linkId = placed.item().getLinkId();
      if (placed.item().hasDefinition() && Forms.text(name).contains("\"" + linkId + "\"")) {
        assertThat(found).as(linkId).anyMatch(place -> place.endsWith("(linkId='" + linkId + "')"));
      }
    }
  }

  private static List<String> places(String at, JsonNode node) {
    var places = new ArrayList<String>();
    places.add(at);
    node.properties()
        .forEach(
            field -> {
              String stem =
                  field.getKey().replaceFirst("^(value|effective|medication|rate)[A-Z].*", "$1");
              if (field.getValue().isArray()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                  places.addAll(places(at + "." + stem + "[" + i + "]", field.getValue().get(i)));
                }
              } else {
                places.addAll(places(at + "." + stem, field.getValue()));
              }
            });
    return places;
  }

  @Test
  void tracesWhatIsDerivedToWhereItWasSaid() {
    Extracted extracted = EXTRACTION.of(incoming(Forms.text("response-session-gb-3")));
    assertThat(
            extracted.traced(
                List.of(
                    Problem.at(
                        ErrorCode.DATE_IMPLAUSIBLE,
                        "Bundle.entry[2].resource.effective",
                        0,
                        0,
                        "Wrong."),
                    Problem.at(
                        ErrorCode.REFERENCE_UNKNOWN,
                        "Bundle.entry[2].resource.subject",
                        0,
                        0,
                        "Wrong."),
                    Problem.at(
                        ErrorCode.INVALID, "Bundle.entry[2].resource.nowhere", 0, 0, "Wrong."),
                    Problem.of(ErrorCode.INVALID, "Wrong."))))
        .extracting(Problem::expression)
        .containsExactly(
            "QuestionnaireResponse.item.where(linkId='before').item.where(linkId='before.time')",
            "QuestionnaireResponse.subject",
            "QuestionnaireResponse.item.where(linkId='before').item.where(linkId='before.blood-pressure')",
            "QuestionnaireResponse");
  }

  @Test
  void makesTheSameTextOfTheSameResponse() {
    String text = Forms.text("response-session-gb-3");
    assertThat(EXTRACTION.of(incoming(text)).transaction().body())
        .isEqualTo(EXTRACTION.of(incoming(text)).transaction().body());
  }

  /** A correction says that it is one, and replaces by the identifiers that the form derives. */
  @Test
  void replacesByIdentifierWhatAnEarlierResponseBecame() throws IOException {
    String text = Forms.text("response-session-gb-3");
    JsonNode first = JSON.readTree(EXTRACTION.of(incoming(text)).transaction().body());
    JsonNode second =
        JSON.readTree(
            EXTRACTION
                .of(incoming(text.replace("\"status\": \"completed\"", "\"status\": \"amended\"")))
                .transaction()
                .body());
    assertThat(second.path("entry")).hasSameSizeAs(first.path("entry"));
    for (int i = 0; i < first.path("entry").size(); i++) {
      JsonNode created = first.path("entry").get(i);
      JsonNode replaced = second.path("entry").get(i);
      assertThat(created.at("/request/method").asText()).isEqualTo("POST");
      assertThat(replaced.at("/request/method").asText()).isEqualTo("PUT");
      assertThat(replaced.at("/request/url").asText())
          .isEqualTo(
              created.at("/resource/resourceType").asText()
                  + "?"
                  + created.at("/request/ifNoneExist").asText());
      assertThat(replaced.path("resource")).isEqualTo(created.path("resource"));
    }
  }

  private static final String CLINIC = "Organization?identifier=https://sid.example/clinic|GB-0001";

  private static JsonNode bundle(Extracted extracted) throws IOException {
    return JSON.readTree(extracted.transaction().body());
  }

  private static JsonNode attestation(String text, String basis) throws IOException {
    JsonNode entries = bundle(EXTRACTION.of(incoming(text)).attested(CLINIC, basis)).path("entry");
    return entries.get(entries.size() - 1);
  }

  private static String identifier(JsonNode attestation) {
    return attestation.at("/resource/extension/0/valueIdentifier/value").asText();
  }

  @ParameterizedTest
  @MethodSource("responses")
  void attestsWhereEachRecordComesFrom(String name) throws IOException {
    QuestionnaireResponse response = Forms.response(name);
    JsonNode records = bundle(EXTRACTION.of(incoming(Forms.text(name)))).path("entry");
    JsonNode attestation = attestation(Forms.text(name), "opt-out");
    JsonNode provenance = attestation.path("resource");

    assertThat(FormCheck.errors(provenance.toString())).isEmpty();
    assertThat(provenance.path("target"))
        .extracting(target -> target.path("reference").asText())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(response.getSubject().getReference()),
                    StreamSupport.stream(records.spliterator(), false)
                        .map(entry -> entry.path("fullUrl").asText()))
                .toList());
    assertThat(provenance.at("/extension/1/valueCode").asText()).isEqualTo("opt-out");
    assertThat(provenance.at("/agent/0/who/reference").asText()).isEqualTo(CLINIC);
    assertThat(provenance.path("recorded").asText()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(provenance.at("/policy/0").asText())
        .startsWith(response.getQuestionnaire() + "|" + Forms.of(response).getVersion() + "?");
    assertThat(provenance.at("/entity/0/what/identifier/type/coding/0/code").asText())
        .isEqualTo("form");
    assertThat(provenance.toString()).doesNotContain(response.getIdentifier().getValue());
    assertThat(attestation.at("/request/ifNoneExist").asText())
        .isEqualTo(
            "identifier=" + response.getIdentifier().getSystem() + "|" + identifier(attestation));
  }

  /** The digest in its policy is that of the form's file in the published package. */
  @Test
  void namesTheFormByWhatAnybodyCanCompute() throws IOException {
    byte[] file =
        Files.readAllBytes(Path.of("profiles/package/Questionnaire-session-monitoring.json"));
    assertThat(
            attestation(Forms.text("response-session-gb-3"), "opt-in")
                .at("/resource/policy/0")
                .asText())
        .endsWith("?sha256=" + Sha256.of(file));
  }

  /** The same answers have one attestation, whenever they are extracted; others have another. */
  @Test
  void attestsTheSameOnce() throws IOException {
    String text = Forms.text("response-session-gb-3");
    String first = identifier(attestation(text, "opt-in"));
    assertThat(identifier(attestation(text, "opt-in"))).isEqualTo(first);
    assertThat(identifier(attestation(text.replace("\"completed\"", "\"amended\""), "opt-in")))
        .isEqualTo(first);
    assertThat(identifier(attestation(text.replace("21.5", "22.5"), "opt-in"))).isNotEqualTo(first);
    assertThat(identifier(attestation(text, "statutory"))).isNotEqualTo(first);
  }

  /** The clinic's own word about the basis counts before the jurisdiction's. */
  @Test
  void attestsTheBasisThatTheClinicSays() throws IOException {
    String wrapped =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"lawful-basis\",\"valueCode\":\"%s\"},"
            + "{\"name\":\"questionnaire-response\",\"resource\":%s}]}";
    String response = Forms.text("response-session-gb-3");
    assertThat(
            attestation(wrapped.formatted("statutory", response), "opt-in")
                .at("/resource/extension/1/valueCode")
                .asText())
        .isEqualTo("statutory");
    assertThat(problems(wrapped.formatted("habit", response)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
              assertThat(problem.message())
                  .contains("lawful-basis", "opt-in, opt-out, statutory")
                  .doesNotContain("habit");
            });
  }

  @Test
  void tracesTheAttestationToThePatient() {
    Extracted extracted =
        EXTRACTION
            .of(incoming(Forms.text("response-adverse-event-gb-1")))
            .attested(CLINIC, "opt-in");
    assertThat(
            extracted.traced(
                List.of(
                    Problem.at(
                        ErrorCode.REFERENCE_UNKNOWN,
                        "Bundle.entry[1].resource.target[0]",
                        0,
                        0,
                        "Wrong."),
                    Problem.at(
                        ErrorCode.SCOPE_MISSING, "Bundle.entry[1].resource", 0, 0, "Wrong."))))
        .extracting(Problem::expression)
        .containsExactly("QuestionnaireResponse.subject", "QuestionnaireResponse");
  }

  /** A correction of the session's response in which the patient was not weighed. */
  private static Extracted withoutWeight(String status) throws IOException {
    JsonNode response =
        JSON.readTree(
            Forms.text("response-session-gb-3").replace("\"completed\"", "\"" + status + "\""));
    ((ArrayNode) response.at("/item/2/item")).remove(4);
    return EXTRACTION.of(incoming(response.toString()));
  }

  private static Observation weight(ObservationStatus status) {
    var weight = new Observation().setStatus(status);
    weight.setId("Observation/0f0e0d0c-0000-4000-8000-000000000001");
    weight
        .getMeta()
        .setVersionId("3")
        .setLastUpdated(Date.from(NOW))
        .addProfile(Canonical.profile("ketamine-body-weight"));
    return weight.setSubject(new Reference("Patient/p1"));
  }

  @Test
  void namesWhatACorrectionLeavesOutAndAFirstResponseDoesNot() throws IOException {
    assertThat(withoutWeight("amended").leftOut())
        .contains(
            new BusinessIdentifier(
                "Observation",
                "https://ehr.riverside.example/sid/form",
                "F-2026-0061-before-body-weight"))
        .noneMatch(one -> one.value().endsWith("-before-heart-rate"))
        .allMatch(one -> one.type().equals("Observation"));
    assertThat(withoutWeight("completed").leftOut()).isEmpty();
  }

  @Test
  void takesBackWhatACorrectionLeavesOutAndNothingElseOfIt() throws IOException {
    Extracted corrected =
        withoutWeight("amended").withdrawing(List.of(weight(ObservationStatus.FINAL)));
    JsonNode entries = bundle(corrected.attested(CLINIC, "opt-in")).path("entry");
    JsonNode withdrawn = entries.get(entries.size() - 2);

    assertThat(withdrawn.path("request").toString())
        .isEqualTo(
            "{\"method\":\"PUT\",\"url\":\"Observation/0f0e0d0c-0000-4000-8000-000000000001\","
                + "\"ifMatch\":\"W/\\\"3\\\"\"}");
    assertThat(withdrawn.at("/resource/status").asText()).isEqualTo("entered-in-error");
    assertThat(withdrawn.at("/resource/subject/reference").asText()).isEqualTo("Patient/p1");
    assertThat(withdrawn.at("/resource/meta").toString())
        .isEqualTo("{\"profile\":[\"" + Canonical.profile("ketamine-body-weight") + "\"]}");
    assertThat(entries.get(entries.size() - 1).at("/resource/target"))
        .extracting(target -> target.path("reference").asText())
        .contains(withdrawn.path("fullUrl").asText());
  }

  /** What was taken back is on file as such, and the same correction says nothing new of it. */
  @Test
  void takesBackOnce() throws IOException {
    Extracted first =
        withoutWeight("amended").withdrawing(List.of(weight(ObservationStatus.FINAL)));
    Extracted again =
        withoutWeight("amended").withdrawing(List.of(weight(ObservationStatus.ENTEREDINERROR)));
    JsonNode before = bundle(first.attested(CLINIC, "opt-in")).path("entry");
    JsonNode after = bundle(again.attested(CLINIC, "opt-in")).path("entry");

    assertThat(after.size()).isEqualTo(before.size() - 1);
    assertThat(identifier(after.get(after.size() - 1)))
        .isEqualTo(identifier(before.get(before.size() - 1)));
  }
}
