package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * What a reader is shown follows the patient's decisions at once: in the demonstration's
 * jurisdiction, in which records are held unless the patient says no.
 */
@RegistryTest
class ConsentOnReadingIT {
  private static final String WITHDRAWN = "2026-09-09T10:00:00+01:00";
  private static final String LATER = "2026-09-10T10:00:00+01:00";

  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final String patient;
  private final List<String> records = new ArrayList<>();
  private final String[] steward = AssumedCaller.registry(Purpose.PUBLIC_HEALTH);
  private final String[] safety = AssumedCaller.registry(Purpose.PATIENT_SAFETY);
  private final String[] research = AssumedCaller.registry(Purpose.RESEARCH);
  private final String[] clinic;

  ConsentOnReadingIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
    clinic = AssumedCaller.clinician(ehr.clinicToken());
    HttpAnswer consultation = registry.submit(ehr.consultation());
    patient = consultation.location("Patient");
    records.addAll(consultation.locations());
    records.addAll(registry.submit(ehr.session()).locations());
  }

  @Test
  void showsEverythingToItsClinicAndTheRegistryAndNothingToAnotherClinic() {
    Ehr other = registry.register(Ehr.fresh());

    assertThat(readable(clinic)).containsExactlyElementsOf(records);
    assertThat(readable(steward)).containsExactlyElementsOf(records);
    assertThat(readable(safety)).containsExactlyElementsOf(records);
    assertThat(readable(AssumedCaller.clinician(other.clinicToken()))).isEmpty();
    assertThat(readable(AssumedCaller.registry(Purpose.ADMINISTRATION))).isEmpty();
    assertThat(found("/Observation?_count=50&patient=" + patient, clinic)).hasSize(13);
    assertThat(
            found(
                "/Observation?_count=50&patient=" + patient,
                AssumedCaller.clinician(other.clinicToken())))
        .isEmpty();
  }

  @Test
  void showsRecordsToResearchOnceThePatientPermitsIt() {
    assertThat(readable(research)).isEmpty();
    assertThat(found("/Observation?_count=50&patient=" + patient, research)).isEmpty();

    assertThat(registry.submit(Decision.aboutResearch(ehr, "permit", WITHDRAWN))).isAccepted();

    assertThat(readable(research)).containsExactlyElementsOf(records);
    assertThat(found("/Observation?_count=50&patient=" + patient, research)).hasSize(13);
  }

  @Test
  void showsClinicsToAnybodyAndPatientsToNobodyWithoutAPurpose() {
    String organization = found("/Organization?identifier=" + ehr.clinicToken(), steward).get(0);

    assertThat(registry.get("/" + organization, research)).hasStatus(200);
    assertThat(registry.get("/" + organization, AssumedCaller.registry(Purpose.ADMINISTRATION)))
        .hasStatus(200);
  }

  /** The patient withdraws the permission to hold records. */
  @Nested
  class AfterAWithdrawal {
    AfterAWithdrawal() {
      assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();
    }

    @Test
    void noRecordIsReadButThePatientAndTheDecisionByTheirClinic() {
      assertThat(readable(clinic)).containsExactlyElementsOf(List.of(patient, consentOfSharing()));
      assertThat(readable(steward)).isEmpty();
      assertThat(readable(research)).isEmpty();
      assertThat(readable(safety)).containsExactlyElementsOf(ofTypes("AdverseEvent"));
    }

    @Test
    void aHiddenRecordIsAnsweredLikeOneThatDoesNotExist() {
      String hidden = ofTypes("MedicationAdministration").get(0);
      String none = "MedicationAdministration/00000000-0000-4000-8000-000000000000";
      for (String rest : List.of("", "/_history", "/_history/1", "/$validate")) {
        HttpAnswer answer = registry.get("/" + hidden + rest, steward);

        assertThat(answer).isRefused(404).hasIssue("not-found");
        assertThat(answer.text()).isEqualTo(registry.get("/" + none + rest, steward).text());
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/Observation?patient=PATIENT",
          "/Observation?patient=PATIENT&_count=2",
          "/Observation?patient=PATIENT&_offset=0&_count=50",
          "/Observation?patient=PATIENT&_summary=count",
          "/Observation?patient=PATIENT&_count=0",
          "/Observation?patient=PATIENT&_total=accurate",
          "/Observation?patient=PATIENT&_elements=id",
          "/Observation?patient=PATIENT&_summary=true",
          "/Observation?patient.identifier=PSEUDONYM",
          "/Encounter?patient=PATIENT&_revinclude=Observation:encounter",
          "/MedicationAdministration?patient=PATIENT&_include=MedicationAdministration:context",
          "/EpisodeOfCare?patient=PATIENT",
          "/DetectedIssue?patient=PATIENT",
          "/Patient?identifier=PSEUDONYM",
          "/Patient?identifier=PSEUDONYM&_revinclude=Observation:patient",
          "/Patient?_has:Observation:patient:patient=PATIENT",
          "/AdverseEvent?subject=PATIENT",
          "/AdverseEvent?subject=PATIENT&_include=AdverseEvent:subject&_include:iterate=Patient:organization",
          "/Consent?patient=PATIENT",
          "/Consent?patient=PATIENT&_include=Consent:patient"
        })
    void noSearchOfTheRegistryFindsOrCountsAnything(String search) {
      HttpAnswer answer = registry.get(of(search), steward);

      assertThat(answer).hasStatus(200);
      assertThat(answer.bundle().getEntry()).isEmpty();
      assertThat(answer.bundle().getTotal()).isZero();
      assertThat(answer.bundle().getLink(Bundle.LINK_NEXT)).isNull();
    }

    @Test
    void theClinicFindsThePatientAndTheDecisionsAlone() {
      assertThat(found("/Patient?identifier=" + ehr.patientToken(), clinic))
          .containsExactly(patient);
      assertThat(
              found(
                  of(
                      "/Patient?identifier=PSEUDONYM&_revinclude=Observation:patient&_revinclude=Consent:patient"),
                  clinic))
          .containsExactlyInAnyOrderElementsOf(patientAndAllDecisions());
      assertThat(found(of("/Encounter?patient=PATIENT"), clinic)).isEmpty();
    }

    /** To be found by what another record says would tell what it says. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/Patient?_has:Observation:patient:date=ge2020-01-01&_id=PATIENT",
          "/Patient?_has:Encounter:patient:date=ge2020-01-01&_id=PATIENT",
          "/Patient?_has:Encounter:patient:_has:Observation:encounter:date=ge2020-01-01&_id=PATIENT",
          "/Patient?_has:AdverseEvent:subject:date=ge2020-01-01&_id=PATIENT",
          "/Consent?patient.identifier=PSEUDONYM",
          "/Consent?patient:Patient.identifier=PSEUDONYM",
          "/Patient?_has:Observation:patient:date=ge2020-01-01&_id=PATIENT&_summary=count",
          "/Patient?_has:Observation:patient:date=ge2020-01-01&_id=PATIENT&_total=accurate"
        })
    void nothingIsFoundByAHiddenRecord(String search) {
      Bundle found = registry.get(of(search), clinic).bundle();

      assertThat(found.getEntry()).isEmpty();
      assertThat(found.getTotal()).isZero();
    }

    @Test
    void noAdverseEventIsFoundByTheHiddenPatient() {
      assertThat(found(of("/AdverseEvent?subject.identifier=PSEUDONYM"), safety)).isEmpty();
      assertThat(found(of("/AdverseEvent?subject=PATIENT"), safety))
          .containsExactlyElementsOf(ofTypes("AdverseEvent"));
    }

    @Test
    void anAdverseEventIncludesNothingThatIsHiddenNorWhatLiesBehindIt() {
      assertThat(
              found(
                  of(
                      "/AdverseEvent?subject=PATIENT&_include=AdverseEvent:subject&_include:iterate=Patient:organization"),
                  safety))
          .containsExactlyElementsOf(ofTypes("AdverseEvent"));
    }

    @Test
    void aLaterPermissionShowsEverythingAgain() {
      assertThat(registry.submit(Decision.aboutHolding(ehr, "permit", LATER))).isAccepted();

      assertThat(readable(clinic)).containsExactlyElementsOf(records);
      assertThat(readable(steward)).containsExactlyElementsOf(records);
      assertThat(
              found(of("/Patient?_has:Observation:patient:date=ge2020-01-01&_id=PATIENT"), clinic))
          .containsExactly(patient);
    }

    private List<String> patientAndAllDecisions() {
      List<String> all = new ArrayList<>(List.of(patient));
      all.addAll(found("/Consent?category=registry-sharing&patient=" + patient, clinic));
      return all;
    }
  }

  /** Whoever reads page by page is shown nothing of what was withdrawn in between. */
  @Test
  void stopsAtTheNextPageOfASearchThatIsUnderWay() {
    Bundle first = registry.get("/Observation?_count=5&patient=" + patient, steward).bundle();
    assertThat(first.getEntry()).hasSize(5);

    assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();

    Bundle next = next(first, steward);
    assertThat(next.getEntry()).isEmpty();
    assertThat(next.hasTotal()).isFalse();
  }

  /** What was asked for with the first page is remembered: the next goes by hidden records too. */
  @Test
  void findsNobodyByAHiddenRecordOnTheNextPageEither() {
    Ehr neighbour = ehr.nextPatient();
    HttpAnswer consultation = registry.submit(neighbour.consultation());
    assertThat(registry.submit(neighbour.session())).isAccepted();
    String both =
        "/Patient?_count=1&_sort=-_lastUpdated&_has:Observation:patient:date=ge2020-01-01&_id="
            + patient
            + ","
            + consultation.location("Patient");
    Bundle first = registry.get(both, clinic).bundle();
    assertThat(first.getEntryFirstRep().getResource().getIdPart())
        .isEqualTo(consultation.location("Patient").substring("Patient/".length()));
    assertThat(next(first, clinic).getEntry()).hasSize(1);

    assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();

    assertThat(next(first, clinic).getEntry()).isEmpty();
    assertThat(found("/Patient?_id=" + patient, clinic)).containsExactly(patient);
  }

  @Test
  void showsNoPageToWhoeverMayNotReadItsRecords() {
    Bundle first = registry.get("/Observation?_count=5&patient=" + patient, clinic).bundle();

    assertThat(next(first, research).getEntry()).isEmpty();
    assertThat(next(first, clinic).getEntry()).hasSize(5);
  }

  /** What is hidden makes no gaps: pages are as long as was asked for, and there is an end. */
  @Test
  void fillsThePagesWithWhatMayBeSeenAndCountsNoMore() {
    Ehr neighbour = ehr.nextPatient();
    HttpAnswer consultation = registry.submit(neighbour.consultation());
    registry.submit(neighbour.session());
    assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();
    String both =
        "/Observation?_sort=date&_count=4&_total=accurate&patient="
            + patient
            + ","
            + consultation.location("Patient");

    Bundle page = registry.get(both, steward).bundle();
    assertThat(page.getTotal()).isEqualTo(13);
    Set<String> all = new LinkedHashSet<>();
    while (true) {
      page.getEntry().forEach(entry -> all.add(entry.getFullUrl()));
      if (page.getLink(Bundle.LINK_NEXT) == null) {
        break;
      }
      assertThat(page.getEntry()).hasSize(4);
      page = next(page, steward);
    }
    assertThat(all).hasSize(13);
  }

  /** What is handed out as a whole passes the same questions, and an export asks them twice. */
  @Nested
  class HandsOut {
    private final String[] system = AssumedCaller.system(ehr.clinicToken());

    @Test
    void everythingThatTheReaderMayReadAndNoMore() {
      assertThat(found("/" + patient + "/$everything", steward)).containsAll(records);
      assertThat(registry.get("/" + patient + "/$everything", research)).isRefused(404);

      assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();

      assertThat(registry.get("/" + patient + "/$everything", steward)).isRefused(404);
      assertThat(registry.get("/" + patient + "/$everything", safety)).isRefused(404);
      assertThat(found("/" + patient + "/$everything", clinic))
          .contains(patient, consentOfSharing())
          .allMatch(
              at ->
                  at.startsWith("Patient/")
                      || at.startsWith("Consent/")
                      || at.startsWith("Organization/"));
    }

    @Test
    void nothingThatWasWithdrawnSinceTheExportBegan() {
      Exported ofSteward = Exported.begun(registry, "", steward);
      Exported ofClinic = Exported.begun(registry, "", system);
      Exported ofSafety = Exported.begun(registry, "", safety);
      assertThat(ofSteward.records()).containsAll(records);
      assertThat(ofClinic.records()).containsAll(records);

      assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", WITHDRAWN))).isAccepted();

      assertThat(ofSteward.records()).isNotEmpty().doesNotContainAnyElementsOf(records);
      assertThat(ofClinic.records()).contains(patient, consentOfSharing());
      assertThat(ofClinic.records())
          .doesNotContainAnyElementsOf(ofTypes("Encounter", "Observation", "AdverseEvent"));
      assertThat(ofSafety.records())
          .containsAll(ofTypes("AdverseEvent"))
          .doesNotContainAnyElementsOf(ofTypes("Encounter", "Observation", "Patient"));
      assertThat(ofSteward.manifest().path("extension").toString()).contains("\"Observation\":");
      List.of(ofSteward, ofClinic, ofSafety).forEach(Exported::cancel);
    }

    @Test
    void nothingThatWasPermittedAfterTheExportBegan() {
      Exported before = Exported.begun(registry, "", research);

      assertThat(registry.submit(Decision.aboutResearch(ehr, "permit", WITHDRAWN))).isAccepted();

      Exported after = Exported.begun(registry, "", research);
      assertThat(before.records()).doesNotContainAnyElementsOf(records);
      assertThat(after.records()).containsAll(records);

      assertThat(registry.submit(Decision.aboutResearch(ehr, "deny", LATER))).isAccepted();
      assertThat(after.records()).doesNotContainAnyElementsOf(records);
      List.of(before, after).forEach(Exported::cancel);
    }
  }

  /** A decision that another clinic recorded, under another pseudonym of the same person. */
  @Test
  void followsTheDecisionUnderALinkedPseudonym() {
    Ehr other = registry.register(Ehr.fresh());
    assertThat(registry.submit(other.consultation())).isAccepted();
    assertThat(registry.submit(Decision.aboutHolding(other, "deny", WITHDRAWN))).isAccepted();
    assertThat(readable(steward)).containsExactlyElementsOf(records);

    link(other);

    assertThat(readable(steward)).isEmpty();
    assertThat(readable(safety)).containsExactlyElementsOf(ofTypes("AdverseEvent"));
  }

  @Test
  void refusesToFindClinicsByTheRecordsOfPatients() {
    for (String search :
        List.of(
            "/Organization?_has:Patient:organization:identifier=" + ehr.patientToken(),
            "/PractitionerRole?_has:Encounter:participant:patient=" + patient,
            "/Organization?_has:PractitionerRole:organization:_has:Encounter:participant:patient="
                + patient)) {
      assertThat(registry.get(search, steward)).isRefused(400).hasIssue("invalid-request");
    }
  }

  @Test
  void hidesWhatIsHeldForSafetyAloneFromAllButDrugSafety() {
    Ehr denying = ehr.nextPatient();
    registry.submit(denying.consultation());
    assertThat(registry.submit(Decision.aboutHolding(denying, "deny", WITHDRAWN))).isAccepted();
    Draft session = denying.session();
    HttpAnswer answer =
        registry.submit(
            Draft.bundle(
                "transaction",
                session.at("/entry/" + session.indexOf("Encounter")),
                session.at("/entry/" + session.indexOf("MedicationAdministration")),
                session.at("/entry/" + session.indexOf("AdverseEvent"))));
    assertThat(answer).isAccepted();

    for (String location : answer.locations()) {
      assertThat(registry.get("/" + location, safety)).hasStatus(200);
      assertThat(registry.get("/" + location, clinic)).hasStatus(404);
      assertThat(registry.get("/" + location, steward)).hasStatus(404);
    }

    // Held again, and these records still for safety alone: the patient is not found by them.
    assertThat(registry.submit(Decision.aboutHolding(denying, "permit", LATER))).isAccepted();
    String found = "/Patient?identifier=" + denying.patientToken();
    assertThat(found(found, clinic)).hasSize(1);
    assertThat(found(found + "&_has:AdverseEvent:subject:date=ge2020-01-01", clinic)).isEmpty();
    assertThat(found(found + "&_has:AdverseEvent:subject:date=ge2020-01-01", safety)).hasSize(1);
  }

  private String of(String search) {
    return search.replace("PATIENT", patient).replace("PSEUDONYM", ehr.patientToken());
  }

  private List<String> readable(String... caller) {
    return records.stream()
        .filter(location -> registry.get("/" + location, caller).status() == 200)
        .toList();
  }

  private List<String> ofTypes(String... types) {
    return records.stream()
        .filter(at -> List.of(types).contains(at.substring(0, at.indexOf('/'))))
        .toList();
  }

  private String consentOfSharing() {
    return ofTypes("Consent").get(1);
  }

  private List<String> found(String search, String... caller) {
    HttpAnswer answer = registry.get(search, caller);
    assertThat(answer).hasStatus(200);
    return answer.bundle().getEntry().stream()
        .map(entry -> entry.getResource().fhirType() + "/" + entry.getResource().getIdPart())
        .toList();
  }

  private Bundle next(Bundle page, String... caller) {
    String url = page.getLink(Bundle.LINK_NEXT).getUrl();
    return registry.get(url.substring(registry.base().length()), caller).bundle();
  }

  private void link(Ehr other) {
    String body =
        """
        {"resourceType": "Parameters", "parameter": [
          {"name": "person", "valueIdentifier": {"system": "SYSTEM", "value": "%s"}},
          {"name": "same-as", "valueIdentifier": {"system": "SYSTEM", "value": "%s"}}]}
        """
            .formatted(ehr.registryPseudonym(), other.registryPseudonym())
            .replace("SYSTEM", "https://ketamine-registry.example/fhir/sid/registry-pseudonym");
    assertThat(registry.post("/Patient/$link-pseudonyms", body)).hasStatus(200);
  }
}
