package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;

/** What surrounds a session: who prescribes and reviews, what else the patient has and takes. */
@RegistryTest
class TreatmentIT {
  private static final String KINDS = Canonical.codeSystem("record-kind-cs") + "|";

  private final RegistryUnderTest registry;
  private final Ehr ehr;

  TreatmentIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  @ParameterizedTest
  @CsvSource({
    "PractitionerRole-prescriber-gb-1, ketamine-prescriber",
    "Encounter-review-gb-1, prescriber-review",
    "Encounter-session-gb-2, ketamine-session",
    "MedicationRequest-prescription-gb-1, ketamine-prescription",
    "MedicationStatement-concomitant-medication-gb-1, concomitant-medication",
    "MedicationStatement-concomitant-medication-gb-2, concomitant-medication",
    "Condition-comorbidity-gb-1, ketamine-comorbidity",
    "Condition-comorbidity-gb-2, ketamine-comorbidity",
    "Observation-pregnancy-status-gb-1, pregnancy-status",
    "Observation-pregnancy-outcome-gb-1, pregnancy-outcome",
    "Consent-treatment-consent-gb-2, ketamine-treatment-consent",
    "Consent-sharing-consent-gb-3, registry-sharing-consent",
    "ResearchSubject-study-subject-gb-1, ketamine-study-subject"
  })
  void isKeptAndReadBack(String example, String profile) {
    Draft bundle = ehr.transaction(example);
    HttpAnswer answer = registry.submit(bundle);

    assertThat(answer).isAccepted();
    HttpAnswer read = registry.get("/" + answer.locations().get(0));
    Resource resource = read.resource(Resource.class);
    assertThat(resource.getMeta().getProfile())
        .extracting(claim -> claim.getValue())
        .containsExactly(Canonical.profile(profile));
    assertThat(ProfileCheck.errors(read.text())).isEmpty();
    assertThat(Draft.of(read.text()).string("/identifier/0/value"))
        .isEqualTo(bundle.string("/entry/0/resource/identifier/0/value"));
    assertThat(registry.submit(bundle).locations()).isEqualTo(answer.locations());
  }

  @Test
  void isFoundByWhatItIsReadFor() {
    HttpAnswer answer =
        registry.submit(
            ehr.transaction(
                "Encounter-review-gb-1",
                "MedicationRequest-prescription-gb-1",
                "MedicationStatement-concomitant-medication-gb-2",
                "Condition-comorbidity-gb-1"));
    assertThat(answer).isAccepted();
    String patient = "patient=" + answer.location("Patient");
    String prescriber = answer.location("PractitionerRole");
    Map<String, Integer> searches =
        Map.of(
            "/Encounter?type=" + KINDS + "prescriber-review&" + patient,
            1,
            "/Encounter?type=" + KINDS + "ketamine-session&" + patient,
            2,
            "/Encounter?participant=" + prescriber,
            2,
            "/MedicationRequest?authoredon=2026-09&requester=" + prescriber,
            1,
            "/MedicationStatement?" + patient + "&code=benzodiazepine",
            1,
            "/Condition?code=" + Canonical.codeSystem("comorbidity-cs") + "|psychosis&" + patient,
            0,
            "/Condition?code=http://hl7.org/fhir/sid/icd-10|I10&" + patient,
            1,
            "/PractitionerRole?organization.identifier=" + ehr.clinicToken(),
            1);
    searches.forEach(
        (search, count) ->
            assertThat(registry.get(search + "&_total=accurate").bundle().getTotal())
                .as(search)
                .isEqualTo(count));
  }

  @Test
  void aSupplyLeadsToItsPrescription() {
    HttpAnswer answer = registry.submit(ehr.transaction("MedicationRequest-prescription-gb-1"));
    Draft supply =
        ehr.example("MedicationDispense-supply-gb-1")
            .with(
                "/authorizingPrescription",
                "[{\"reference\":\"" + answer.location("MedicationRequest") + "\"}]");
    assertThat(registry.post("/MedicationDispense", supply.text())).isAccepted();

    assertThat(
            registry
                .get("/MedicationDispense?prescription=" + answer.location("MedicationRequest"))
                .bundle()
                .getEntry())
        .hasSize(1);
  }

  @Nested
  class IsRefused {
    @ParameterizedTest
    @ValueSource(strings = {"nobody", "RV-P07"})
    void withAPrescriberWhomTheClinicDoesNotHave(String name) {
      Ehr elsewhere = registry.register(Ehr.fresh());
      assertThat(registry.submit(elsewhere.transaction("PractitionerRole-prescriber-gb-1")))
          .isAccepted();
      Draft bundle =
          ehr.transaction("MedicationRequest-prescription-gb-1")
              .withoutType("PractitionerRole")
              .withoutType("Encounter");
      Draft prescription =
          bundle
              .without("/entry/0/resource/encounter")
              .withText(
                  "/entry/0/resource/requester/reference",
                  "PractitionerRole?identifier="
                      + Canonical.BASE
                      + "/sid/clinic-prescriber|"
                      + name);

      assertThat(registry.submit(prescription))
          .isRefused(422)
          .hasOnlyIssue("reference-unknown")
          .hasIssue("reference-unknown", "Bundle.entry[0].resource.requester");
    }

    @Test
    void asAnEncounterOfNoKind() {
      Draft review = ehr.transaction("Encounter-review-gb-1");
      String at = "/entry/" + review.indexOf("Encounter") + "/resource";

      assertThat(registry.submit(review.without(at + "/type")))
          .isRefused(422)
          .hasOnlyIssue("element-required")
          .hasIssue("element-required", "Bundle.entry[0].resource");
      assertThat(registry.submit(review.withText(at + "/type/0/coding/0/code", "chat")))
          .isRefused(422)
          .hasOnlyIssue("profile-not-determined");
    }

    /** What a session may have, a review may not, and the other way round. */
    @Test
    void asAReviewThatSaysWhatOnlyASessionSays() {
      Draft session = ehr.transaction("Encounter-session-gb-2");
      String code = "/entry/0/resource/type/0/coding/0/code";
      assertThat(session.string(code)).isEqualTo("ketamine-session");

      assertThat(registry.submit(session.withText(code, "prescriber-review")))
          .isRefused(422)
          .hasIssue("rule-violated", "Bundle.entry[0].resource");
    }

    @Test
    void whereItNamesAPrescriber() {
      Map<String, Long> before = registry.clinicalRows();
      Draft prescriber = ehr.transaction("PractitionerRole-prescriber-gb-1");
      List<Draft> named =
          List.of(
              prescriber.with("/entry/0/resource/telecom", "[{\"value\":\"020 7946 0000\"}]"),
              prescriber.with(
                  "/entry/0/resource/contained",
                  "[{\"resourceType\":\"Practitioner\",\"id\":\"p\",\"name\":[{\"family\":\"Doe\"}]}]"));

      assertThat(named)
          .allSatisfy(
              draft ->
                  assertThat(registry.submit(draft))
                      .isRefused(422)
                      .hasIssue("direct-identifier")
                      .doesNotSay("Doe", "7946"));
      assertThat(registry.clinicalRows()).isEqualTo(before);
    }

    @Test
    void asASessionOfAPractitioner() {
      Draft session = ehr.transaction("Encounter-session-gb-2");
      Draft treated =
          session.withText(
              "/entry/0/resource/participant/0/individual/reference", "Practitioner/doe");

      assertThat(registry.submit(treated))
          .isRefused(422)
          .hasIssue("reference-wrong-type", "Bundle.entry[0].resource.participant[0].individual");
    }
  }

  @Test
  void comesInAnyOrder() {
    Draft bundle =
        ehr.transaction("MedicationRequest-prescription-gb-1", "Condition-comorbidity-gb-1");
    int last = bundle.node().at("/entry").size() - 1;
    Draft[] reversed =
        IntStream.rangeClosed(0, last)
            .mapToObj(index -> bundle.at("/entry/" + (last - index)))
            .toArray(Draft[]::new);

    assertThat(registry.submit(Draft.bundle("transaction", reversed))).isAccepted();
  }
}
