package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;

/**
 * A clinic without a health record system fills in the guide's forms, and submits what they become.
 */
@RegistryTest
class FormsIT {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  FormsIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void treat() {
    registry.treating(ehr);
    assertThat(registry.submit(ehr.session())).isAccepted();
  }

  private Draft response(String name) {
    return ehr.example("QuestionnaireResponse-response-" + name);
  }

  private HttpAnswer extract(String response) {
    return registry.post("/QuestionnaireResponse/$extract", response);
  }

  /** The answers as a transaction, which the registry makes of them. */
  private String extracted(String name) {
    HttpAnswer answer = extract(response(name).text());
    assertThat(answer).hasStatus(200);
    return answer.text();
  }

  @ParameterizedTest
  @CsvSource({
    "session-gb-3, 16",
    "follow-up-gb-1, 7",
    "treatment-consent-gb-1, 2",
    "adverse-event-gb-1, 2"
  })
  void becomesRecordsOnce(String name, int records) {
    HttpAnswer answer = registry.post("", extracted(name));
    assertThat(answer).isAccepted();
    assertThat(answer.locations()).hasSize(records).doesNotHaveDuplicates();
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer again = registry.post("", extracted(name));

    assertThat(again).isAccepted();
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void becomesASessionOfThePatientsCourse() {
    HttpAnswer answer = registry.post("", extracted("session-gb-3"));

    var given =
        registry
            .get("/" + answer.location("MedicationAdministration"))
            .resource(MedicationAdministration.class);
    assertThat(given.getContext().getReference()).isEqualTo(answer.location("Encounter"));
    assertThat(
            registry
                .get("/Observation?code=85354-9&encounter=" + answer.location("Encounter"))
                .bundle()
                .getEntry())
        .hasSize(3);
  }

  /** Whoever reads a record can tell which form it came from, and on which basis (R16). */
  @Test
  void attestsWhereTheRecordsComeFrom() {
    HttpAnswer answer = registry.post("", extracted("follow-up-gb-1"));

    Bundle found = registry.get("/Provenance?target=" + answer.location("Observation")).bundle();

    assertThat(found.getEntry()).hasSize(1);
    Provenance provenance = (Provenance) found.getEntryFirstRep().getResource();
    assertThat(provenance.getTarget())
        .extracting(Reference::getReference)
        .containsAll(
            answer.locations().stream().filter(one -> one.startsWith("Observation/")).toList())
        .hasSize(answer.locations().size());
    assertThat(
            provenance.getExtensionByUrl(Canonical.extension("lawful-basis")).getValue().toString())
        .isEqualTo("opt-out");
    assertThat(provenance.getAgentFirstRep().getWho().getReference())
        .isEqualTo(
            "Organization/"
                + registry
                    .get("/Organization?identifier=" + ehr.clinicToken())
                    .bundle()
                    .getEntryFirstRep()
                    .getResource()
                    .getIdElement()
                    .getIdPart());
    assertThat(provenance.getPolicy().get(0).getValue()).contains("/Questionnaire/follow-up|");
  }

  @Test
  void replacesWhatItBecameByACorrection() {
    HttpAnswer first = registry.post("", extracted("session-gb-3"));
    String given = first.location("MedicationAdministration");
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer corrected =
        extract(
            response("session-gb-3")
                .withText("/status", "amended")
                .replacing("\"valueDecimal\":21.5", "\"valueDecimal\":22.5")
                .text());
    assertThat(corrected).hasStatus(200);
    assertThat(registry.post("", corrected.text())).isAccepted();

    assertThat(
            registry
                .get("/" + given)
                .resource(MedicationAdministration.class)
                .getDosage()
                .getDose()
                .getValue())
        .isEqualByComparingTo("22.5");
    // What the correction leaves as it was has no new version; it has a provenance of its own.
    var expected = new TreeMap<>(before);
    expected.merge("hfj_res_ver", 1L, Long::sum);
    List.of("registry.record", "registry.identity", "hfj_resource", "hfj_res_ver")
        .forEach(table -> expected.merge(table, 1L, Long::sum));
    var rows = new TreeMap<>(registry.clinicalRows());
    List.of(expected, rows).forEach(all -> all.remove("hfj_spidx_token"));
    assertThat(rows).isEqualTo(expected);
  }

  /** Nothing is deleted, nothing else changes, and an answer that comes back is valid again. */
  @Test
  void takesBackWhatACorrectionLeavesOut() {
    HttpAnswer first = registry.post("", extracted("session-gb-3"));
    String weight = "/" + resourceOf("29463-7", first.location("Encounter"));
    Draft amended = response("session-gb-3").withText("/status", "amended");
    String shorter = amended.without("/item/2/item/4").text();

    HttpAnswer corrected = registry.post("", extract(shorter).text());

    assertThat(corrected).isAccepted().hasIssue("record-taken-back");
    Observation taken = registry.get(weight).resource(Observation.class);
    assertThat(taken.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
    assertThat(taken.getMeta().getVersionId()).isEqualTo("2");
    assertThat(taken.getValueQuantity().getValue()).isNotNull();
    assertThat(
            registry
                .get("/Observation?_count=50&encounter=" + first.location("Encounter"))
                .bundle()
                .getEntry())
        .extracting(entry -> ((Observation) entry.getResource()).getStatus())
        .hasSize(13)
        .filteredOn(ObservationStatus.FINAL::equals)
        .hasSize(12);
    assertThat(registry.get("/Provenance?target=" + weight.substring(1)).bundle().getEntry())
        .as("what made it, and what took it back")
        .hasSize(2);

    Map<String, Long> before = registry.clinicalRows();
    assertThat(registry.post("", extract(shorter).text())).isAccepted();
    assertThat(registry.clinicalRows()).isEqualTo(before);

    assertThat(registry.post("", extract(amended.text()).text())).isAccepted();
    assertThat(registry.get(weight).resource(Observation.class).getStatus())
        .isEqualTo(ObservationStatus.FINAL);
  }

  private String resourceOf(String code, String session) {
    return registry
        .get("/Observation?code=" + code + "&encounter=" + session)
        .bundle()
        .getEntryFirstRep()
        .getResource()
        .getIdElement()
        .toUnqualifiedVersionless()
        .getValue();
  }

  /** What the registry would refuse is told by the items that it comes from. */
  @Test
  void tellsTheItemsOfWhatWouldBeRefused() {
    String backwards =
        response("session-gb-3")
            .replacing("2026-09-21T10:15:00+01:00", "2026-09-21T09:15:00+01:00")
            .text();
    assertThat(extract(backwards)).isRefused(422).hasIssue("rule-violated", item("administration"));
    String strange =
        response("session-gb-3").withText("/subject/reference", "Patient/nobody").text();
    assertThat(extract(strange))
        .isRefused(422)
        .hasIssue("reference-unknown", "QuestionnaireResponse.subject");
    String early =
        response("session-gb-3").replacing("2026-09-21T11:50", "2086-09-21T11:50").text();
    assertThat(extract(early))
        .isRefused(422)
        .hasIssue("date-implausible", item("after") + ".item.where(linkId='after.time')");
    assertThat(
            extract(
                response("session-gb-3")
                    .replacing(ehr.clinicUrl(), "Patient?identifier=" + ehr.patientToken())
                    .text()))
        .isRefused(422)
        .hasIssue("reference-wrong-type", item("session") + ".item.where(linkId='session.clinic')");
    assertThat(extract(response("session-gb-3").without("/item/0").text()))
        .isRefused(422)
        .hasIssue("element-required", item("session"));
  }

  private static String item(String linkId) {
    return "QuestionnaireResponse.item.where(linkId='" + linkId + "')";
  }

  @Test
  void writesNothingAndIsKnownInTheAudit() {
    Map<String, Long> rows = registry.clinicalRows();
    long receipts = registry.receipts();
    long asked = asked();
    extracted("session-gb-3");
    assertThat(extract("{")).isRefused(400);
    assertThat(extract(" ".repeat(1024 * 1024 + 1))).isRefused(413).hasOnlyIssue("too-large");
    assertThat(registry.get("/QuestionnaireResponse/$extract"))
        .isRefused(405)
        .hasOnlyIssue("method-not-allowed");
    assertThat(registry.clinicalRows()).isEqualTo(rows);
    assertThat(registry.receipts()).isEqualTo(receipts);
    assertThat(asked()).isEqualTo(asked + 4);
  }

  private long asked() {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.audit WHERE interaction = '$extract'", Long.class);
  }

  @Test
  void answersInXmlToo() {
    HttpAnswer answer =
        registry.post(
            "/QuestionnaireResponse/$extract",
            response("session-gb-3").xml(),
            "Content-Type",
            "application/fhir+xml");
    assertThat(answer).hasStatus(200);
    assertThat(answer.text()).startsWith("<Bundle");
  }
}
