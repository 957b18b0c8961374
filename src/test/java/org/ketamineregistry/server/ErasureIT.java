package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** The erasure of a person, on request, by the registry's steward. */
@RegistryTest
class ErasureIT {
  private static final String PSEUDONYM =
      "https://ketamine-registry.example/fhir/sid/registry-pseudonym";
  private static final String FILE =
      "{\"name\": \"request\", \"valueIdentifier\": {\"system\": \"https://registry.example/files\", \"value\": \"E-17\"}}";
  private static final String REASON = "{\"name\": \"reason\", \"valueCode\": \"objection\"}";

  private final RegistryUnderTest registry;
  private final Traces traces;
  private final Ehr ehr;
  private final List<String> records = new ArrayList<>();
  private final String[] safety = AssumedCaller.registry(Purpose.PATIENT_SAFETY);

  ErasureIT(RegistryUnderTest registry) {
    this.registry = registry;
    traces = new Traces(registry.jdbc());
    ehr = registry.register(Ehr.fresh());
    records.addAll(registry.submit(ehr.consultation()).locations());
    records.addAll(registry.submit(ehr.session()).locations());
    HttpAnswer provenance =
        registry.post("/Provenance", ehr.example("Provenance-import-provenance-gb-1").text());
    records.add(provenance.location("Provenance"));
  }

  @Test
  void leavesNoTraceInAnyColumnOfAnyTable() {
    correctTheSession();
    findings(ehr).forEach(records::add);
    decideAbout(findings(ehr).get(0));
    askByPseudonym();
    String refused = refuseASubmission();
    refuseARecordThatExists();
    assertThat(traces.of(words()))
        .contains(
            "registry.record.id",
            "registry.finding_decision.finding",
            "registry.receipt.outcome",
            "public.hfj_res_ver.res_text_vc");

    HttpAnswer certificate = erase(byPseudonym(ehr), false);

    assertThat(certificate).hasStatus(200).doesNotSay(words().toArray(String[]::new));
    assertThat(counts(certificate, "erased"))
        .containsEntry("Patient", 1)
        .containsEntry("Observation", 13)
        .containsEntry("Consent", 2)
        .containsEntry("AdverseEvent", 1)
        .containsEntry("Provenance", 1)
        .containsKey("DetectedIssue");
    assertThat(counts(certificate, "kept")).isEmpty();
    assertThat(traces.of(words())).isEmpty();
    assertThat(hasPayload(refused)).isFalse();
    records.forEach(location -> assertThat(registry.get("/" + location)).isRefused(404));
  }

  /** An export that was begun before has neither the records nor their ids any more. */
  @Test
  void takesThePersonOutOfExportsThatWereBegun() {
    Exported export = Exported.begun(registry, "", safety);
    assertThat(export.records()).containsAll(records);

    assertThat(erase(byPseudonym(ehr), false)).hasStatus(200);

    assertThat(export.records()).doesNotContainAnyElementsOf(records);
    assertThat(traces.of(words())).isEmpty();
    export.cancel();
  }

  @Test
  void keepsAnAdverseEventWithWhatItRefersToForDrugSafetyAlone() {
    HttpAnswer certificate = erase(byPseudonym(ehr), true);

    assertThat(certificate).hasStatus(200);
    assertThat(counts(certificate, "kept"))
        .containsEntry("AdverseEvent", 1)
        .containsEntry("Patient", 1)
        .containsEntry("MedicationAdministration", 1)
        .doesNotContainKeys("Consent", "Observation");
    assertThat(certificate.text()).contains("drug-safety");
    for (String location : records) {
      boolean kept = counts(certificate, "kept").containsKey(type(location));
      assertThat(registry.get("/" + location, safety)).hasStatus(kept ? 200 : 404);
      assertThat(registry.get("/" + location, AssumedCaller.registry(Purpose.PUBLIC_HEALTH)))
          .hasStatus(404);
    }
    assertThat(findings(ehr)).isEmpty();
  }

  @Test
  void erasesLaterWhatWasKeptFirst() {
    String first = id(erase(byPseudonym(ehr), true));
    assertThat(id(erase(byPseudonym(ehr), true))).isEqualTo(first);

    assertThat(id(erase(byPseudonym(ehr), false))).isNotEqualTo(first);

    assertThat(traces.of(words())).isEmpty();
  }

  @Test
  void isHarmlessTwice() {
    HttpAnswer first = erase(byPatient(), false);

    HttpAnswer second = erase(byPseudonym(ehr), false);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(erase(byPatient(), false)).isRefused(404).hasIssue("not-found");
  }

  @Test
  void reachesEveryPseudonymThatIsLinked() {
    Ehr other = registry.register(Ehr.fresh());
    HttpAnswer elsewhere = registry.submit(other.consultation());
    link(other);

    erase(byPseudonym(ehr), false);

    List<String> words = new ArrayList<>(words());
    words.addAll(List.of(other.registryPseudonym(), other.clinicPseudonym()));
    words.add(elsewhere.location("Patient").substring("Patient/".length()));
    assertThat(traces.of(words)).isEmpty();
  }

  @Test
  void leavesTheOthersOfTheSameBundleAsTheyAre() {
    Ehr one = ehr.nextPatient();
    Ehr two = ehr.nextPatient();
    Draft both = together(one.consultation(), two.consultation());
    HttpAnswer answer = registry.submit(both);
    assertThat(answer).isAccepted();
    String patientOfTwo = answer.locations().get(4);

    assertThat(erase(byPseudonym(one), false)).hasStatus(200);

    assertThat(registry.get("/" + patientOfTwo)).hasStatus(200);
    HttpAnswer receipt = registry.get("/Task/" + answer.receipt());
    assertThat(receipt).hasStatus(200);
    assertThat(receipt.text())
        .contains(answer.locations().subList(4, 8))
        .doesNotContain(answer.locations().subList(0, 4));
    assertThat(traces.of(List.of(one.registryPseudonym(), one.clinicPseudonym()))).isEmpty();
  }

  /** Neither a repeat, nor the patient under the clinic's own pseudonym, brings the person back. */
  @Test
  void turnsAwayWhatIsSentOfThePersonLaterAndKeepsNothingOfIt() {
    erase(byPseudonym(ehr), false);

    for (Draft again :
        List.of(ehr.consultation(), ehr.consultation().without("/entry/0/resource/identifier/0"))) {
      HttpAnswer answer = registry.submit(again);

      assertThat(answer).isRefused(422).hasOnlyIssue("person-erased");
      assertThat(hasPayload(answer.receipt())).isFalse();
    }
    assertThat(registry.submit(ehr.session())).isRefused(422).hasIssue("reference-unknown");
    assertThat(traces.of(List.of(ehr.registryPseudonym()))).isEmpty();
  }

  /**
   * A backup that was made before the erasure brings the person back; the erasures are done again.
   */
  @Test
  void isDoneAgainAfterARestore() {
    erase(byPseudonym(ehr), false);
    List<Map<String, Object>> erasures =
        registry
            .jdbc()
            .queryForList("SELECT id, erased_at, persons, certificate FROM registry.erasure");
    registry.jdbc().update("DELETE FROM registry.erasure");
    records.addAll(registry.submit(ehr.consultation()).locations());
    records.addAll(registry.submit(ehr.session()).locations());
    erasures.forEach(
        row ->
            registry
                .jdbc()
                .update(
                    "INSERT INTO registry.erasure (id, erased_at, persons, certificate) VALUES (?, ?, ?, ?)",
                    row.get("id"),
                    row.get("erased_at"),
                    row.get("persons"),
                    row.get("certificate")));

    assertThat(repeated()).isEqualTo(1);

    assertThat(traces.of(words())).isEmpty();
    assertThat(repeated()).isZero();
  }

  /** Whatever comes first: nothing of the person is left, and nobody is told of a mistake. */
  @Test
  void isNotUndoneBySubmissionsAtTheSameTime() {
    List<HttpAnswer> answers =
        Together.all(
            Stream.of(
                () -> registry.submit(ehr.session().replacing("-1091", "-2091")),
                () -> erase(byPseudonym(ehr), false),
                () -> registry.submit(ehr.session().replacing("-1091", "-3091")),
                () -> registry.submit(ehr.consultation())));

    assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200, 201, 409, 422));
    assertThat(traces.of(List.of(ehr.registryPseudonym()))).isEmpty();
    assertThat(found(ehr)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REASON, FILE",
        "PERSON, PATIENT, REASON, FILE",
        "PERSON, REASON",
        "PERSON, FILE",
        "PERSON, FILE, {\"name\": \"reason\", \"valueCode\": \"boredom\"}",
        "PERSON, FILE, {\"name\": \"reason\", \"valueQuantity\": {\"value\": 1}}",
        "{\"name\": \"person\", \"valueIdentifier\": {\"system\": \"urn:x\", \"value\": \"y\"}}, REASON, FILE",
        "{\"name\": \"patient\", \"valueReference\": {\"reference\": \"Observation/1\"}}, REASON, FILE",
        "PERSON, REASON, {\"name\": \"request\", \"valueIdentifier\": {\"system\": \"urn:x\", \"value\": \"OF\"}}"
      })
  void asksForWhatItNeeds(String parameters) {
    HttpAnswer answer =
        operation(
            "$erase",
            parameters
                .replace("PERSON", byPseudonym(ehr))
                .replace("PATIENT", byPatient())
                .replace("REASON", REASON)
                .replace("FILE", FILE)
                .replace("\"OF\"", "\"" + ehr.registryPseudonym() + "\""));

    assertThat(answer).isRefused(400).hasIssue("invalid-request");
    assertThat(registry.get("/" + records.get(0))).hasStatus(200);
  }

  @Test
  void isDoneByAStewardAlone() {
    String order =
        "{\"resourceType\": \"Parameters\", \"parameter\": ["
            + String.join(", ", byPseudonym(ehr), REASON, FILE)
            + "]}";

    assertThat(registry.post("/Patient/$erase", order, AssumedCaller.clinician(ehr.clinicToken())))
        .isRefused(403)
        .hasIssue("forbidden");
    assertThat(registry.get("/" + records.get(0))).hasStatus(200);
    assertThat(
            registry.post("/Patient/$erase", order, AssumedCaller.registry(Purpose.ADMINISTRATION)))
        .hasStatus(200);
  }

  @Test
  void knowsNothingOfWhoWasNeverOnRecord() {
    assertThat(erase(byPseudonym(Ehr.fresh()), false)).isRefused(404).hasIssue("not-found");
    assertThat(
            erase(
                "{\"name\": \"patient\", \"valueReference\": {\"reference\": \"Patient/1\"}}",
                false))
        .isRefused(404);
  }

  private HttpAnswer erase(String who, boolean keepForSafety) {
    return operation(
        "$erase",
        String.join(
            ", ",
            who,
            REASON,
            FILE,
            "{\"name\": \"keep-for-safety\", \"valueBoolean\": " + keepForSafety + "}"));
  }

  private HttpAnswer operation(String name, String parameters) {
    return registry.post(
        "/Patient/" + name,
        "{\"resourceType\": \"Parameters\", \"parameter\": [" + parameters + "]}");
  }

  private int repeated() {
    HttpAnswer answer =
        registry.post("/Patient/$repeat-erasures", "{\"resourceType\": \"Parameters\"}");
    assertThat(answer).hasStatus(200);
    return Draft.of(answer.text()).node().at("/parameter/0/valueInteger").asInt(-1);
  }

  private static String byPseudonym(Ehr of) {
    return identifier("person", of);
  }

  private static String identifier(String parameter, Ehr of) {
    return "{\"name\": \""
        + parameter
        + "\", \"valueIdentifier\": {\"system\": \""
        + PSEUDONYM
        + "\", \"value\": \""
        + of.registryPseudonym()
        + "\"}}";
  }

  private String byPatient() {
    return "{\"name\": \"patient\", \"valueReference\": {\"reference\": \""
        + records.get(0)
        + "\"}}";
  }

  private void link(Ehr other) {
    assertThat(
            operation(
                "$link-pseudonyms", identifier("person", ehr) + "," + identifier("same-as", other)))
        .hasStatus(200);
  }

  /** So that there are versions of old. */
  private void correctTheSession() {
    assertThat(
            registry.submit(
                ehr.session()
                    .withText("/identifier/value", "corrected")
                    .replacing("2026-09-14T10:45", "2026-09-14T10:46")))
        .isAccepted();
  }

  /** So that a search is kept, with the pseudonym in its words. */
  private void askByPseudonym() {
    assertThat(registry.get("/Patient?identifier=" + ehr.patientToken()).bundle().getEntry())
        .hasSize(1);
  }

  /** So that there is an encrypted payload of the person, in the receipt that is answered. */
  private String refuseASubmission() {
    HttpAnswer answer =
        registry.submit(ehr.consultation().withText("/entry/0/resource/gender", "x"));
    assertThat(answer).isRefused(422);
    assertThat(hasPayload(answer.receipt())).isTrue();
    return answer.receipt();
  }

  /** So that there is a refusal that names a record. */
  private void refuseARecordThatExists() {
    HttpAnswer answer =
        registry.post("/Patient", ehr.consultation().at("/entry/0/resource").text());
    assertThat(answer).isRefused(409).hasOnlyIssue("identifier-exists");
    assertThat(answer.text()).contains(records.get(0));
  }

  private void decideAbout(String finding) {
    assertThat(
            registry.post(
                "/" + finding + "/$decide",
                """
                {"resourceType": "Parameters", "parameter": [{"name": "decision", "valueCode": "clinic-asked"}]}
                """))
        .hasStatus(200);
  }

  private boolean hasPayload(String receipt) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT payload IS NOT NULL FROM registry.receipt WHERE id = ?::uuid",
            Boolean.class,
            receipt);
  }

  private List<String> findings(Ehr of) {
    return registry
        .jdbc()
        .queryForList(
            "SELECT 'DetectedIssue/' || id FROM registry.record WHERE resource_type = 'DetectedIssue' AND person = ?",
            String.class,
            of.registryPseudonym());
  }

  private long found(Ehr of) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.record WHERE person = ?",
            Long.class,
            of.registryPseudonym());
  }

  /** What would tell of the person: pseudonyms, and the ids of the records. */
  private List<String> words() {
    List<String> words = new ArrayList<>(List.of(ehr.registryPseudonym(), ehr.clinicPseudonym()));
    records.forEach(location -> words.add(location.substring(location.indexOf('/') + 1)));
    return words;
  }

  private static Draft together(Draft one, Draft two) {
    Draft both = one;
    // The guide's example gives its entries the same addresses each time.
    Draft other = Draft.of(two.text().replaceAll("urn:uuid:.{8}", "urn:uuid:01234567"));
    for (JsonNode entry : other.node().at("/entry")) {
      both = both.with("/entry/-", entry.toString());
    }
    return both;
  }

  private static String type(String location) {
    return location.substring(0, location.indexOf('/'));
  }

  private static String id(HttpAnswer certificate) {
    assertThat(certificate).hasStatus(200);
    return StreamSupport.stream(
            Draft.of(certificate.text()).node().at("/parameter").spliterator(), false)
        .filter(parameter -> parameter.at("/name").asText().equals("certificate"))
        .map(parameter -> parameter.at("/valueString").asText())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> counts(HttpAnswer certificate, String name) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode parameter : Draft.of(certificate.text()).node().at("/parameter")) {
      if (parameter.at("/name").asText().equals(name)) {
        counts.put(
            parameter.at("/part/0/valueCode").asText(),
            parameter.at("/part/1/valueInteger").asInt());
      }
    }
    return counts;
  }
}
