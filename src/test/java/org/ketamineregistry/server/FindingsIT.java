package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;

/** Poor practice is stored and found, never turned away. */
@RegistryTest
class FindingsIT {
  private static final int TREATMENT_CONSENT = 2;
  private static final String PRESSURE_DURING = "/entry/3";
  private static final String DECISION = "/entry/3/resource/provision/provision/0/type";

  private final RegistryUnderTest registry;
  private final MovableClock clock;
  private final Ehr ehr = Ehr.fresh();

  FindingsIT(RegistryUnderTest registry, MovableClock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** A week after the session, while nothing of it is reported late. */
  @BeforeEach
  void inTime() {
    clock.moveTo(Instant.parse("2026-09-21T08:00:00Z"));
  }

  @AfterEach
  void moveBack() {
    clock.moveBack();
  }

  /** Whatever was found meets the guide's profile of a finding. */
  @AfterEach
  void findingsMeetTheirProfile() {
    assertThat(findings())
        .allSatisfy(
            finding ->
                assertThat(
                        ProfileCheck.errors(
                            registry
                                .get("/DetectedIssue/" + finding.getIdElement().getIdPart())
                                .text()))
                    .isEmpty());
  }

  @Test
  void areNoneWhereAllIsWell() {
    registry.treating(ehr);

    assertThat(registry.submit(ehr.session())).isAccepted().hasNoIssue("practice-finding");
    assertThat(findings()).isEmpty();
  }

  @Test
  void tellOfAMissingTreatmentConsent() {
    registry.register(ehr);
    registry.submit(ehr.consultation().without("/entry/" + TREATMENT_CONSENT));

    HttpAnswer answer = registry.submit(ehr.session());

    assertThat(answer)
        .isAccepted()
        .tellsFinding("treatment-consent-missing")
        .hasIssue("practice-finding", "Bundle.entry[1].resource");
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getStatus()).isEqualTo(DetectedIssueStatus.FINAL);
              assertThat(finding.getImplicated().get(0).getReference())
                  .isEqualTo(answer.location("MedicationAdministration"));
            });
    assertThat(registry.get("/Task/" + answer.receipt()).text())
        .contains("treatment-consent-missing");
  }

  static Stream<Arguments> poorConsents() {
    return Stream.of(
        Arguments.of("capacity-not-assessed", "not-assessed", "true", "true", "2026-08-31"),
        Arguments.of("capacity-lacking", "lacks-capacity", "true", "true", "2026-08-31"),
        Arguments.of("consent-not-written", "has-capacity", "false", "true", "2026-08-31"),
        Arguments.of("options-not-discussed", "has-capacity", "true", "false", "2026-08-31"),
        Arguments.of("reflection-interval-short", "has-capacity", "true", "true", "2026-09-14"));
  }

  @ParameterizedTest
  @MethodSource("poorConsents")
  void tellOfAPoorConsent(
      String rule, String capacity, String written, String discussed, String consulted) {
    registry.register(ehr);
    String consent = "/entry/" + TREATMENT_CONSENT + "/resource";
    Draft consultation =
        ehr.consultation()
            .withText(consent + "/dateTime", "2026-09-14T08:00:00+01:00")
            .withText(consent + "/extension/0/extension/0/valueCode", capacity)
            .withText(consent + "/extension/0/extension/1/valueDate", "2026-09-14")
            .with(consent + "/extension/1/valueBoolean", written)
            .withText(consent + "/extension/2/valueDate", consulted)
            .with(consent + "/extension/4/valueBoolean", discussed);
    if (capacity.equals("not-assessed")) {
      consultation = consultation.without(consent + "/extension/0/extension/1");
    }
    assertThat(registry.submit(consultation)).isAccepted();

    assertThat(registry.submit(ehr.session())).isAccepted().tellsFinding(rule);
    assertThat(standing()).containsExactly(rule);
  }

  @Test
  void ofAMissingConsentAreTakenBackWhenTheConsentArrives() {
    registry.register(ehr);
    registry.submit(ehr.consultation().without("/entry/" + TREATMENT_CONSENT));
    registry.submit(ehr.session());
    assertThat(standing()).containsExactly("treatment-consent-missing");

    assertThat(registry.put(consentUrl(), consent("2026-09-07T10:30:00+01:00").text()))
        .isAccepted();

    assertThat(standing()).isEmpty();
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.getStatus()).isEqualTo(DetectedIssueStatus.CANCELLED));
  }

  @Test
  void ofAMissingConsentGiveWayToThoseOfALateOne() {
    registry.register(ehr);
    registry.submit(ehr.consultation().without("/entry/" + TREATMENT_CONSENT));
    registry.submit(ehr.session());

    assertThat(registry.put(consentUrl(), consent("2026-09-20T10:30:00+01:00").text()))
        .isAccepted();

    assertThat(standing()).containsExactly("treatment-consent-late");
  }

  @Test
  void standAgainWhenTheConsentIsWithdrawnAsAnError() {
    registry.treating(ehr);
    registry.submit(ehr.session());
    assertThat(standing()).isEmpty();

    Draft consent = consent("2026-09-07T10:30:00+01:00");
    registry.put(consentUrl(), consent.withText("/status", "entered-in-error").text());
    assertThat(standing()).containsExactly("treatment-consent-missing");

    registry.put(consentUrl(), consent.text());
    assertThat(standing()).isEmpty();

    registry.put(consentUrl(), consent.withText("/status", "entered-in-error").text());
    assertThat(standing()).containsExactly("treatment-consent-missing");
    assertThat(findings()).hasSize(1);
  }

  @Test
  void tellOfALapsedAccreditation() {
    registry.submit(
        ehr.registration()
            .withText("/entry/0/resource/extension/1/extension/1/valuePeriod/end", "2025-12-31"));
    registry.submit(ehr.consultation());

    assertThat(registry.submit(ehr.session())).isAccepted().tellsFinding("accreditation-lapsed");
    assertThat(standing()).containsExactly("accreditation-lapsed");
  }

  @Test
  void tellOfADoseAboveTheLimitForTheWeight() {
    registry.treating(ehr);

    HttpAnswer answer = registry.submit(dose(ehr.session(), "80"));

    assertThat(answer).isAccepted().tellsFinding("dose-above-limit");
    assertThat(standing()).containsExactly("dose-above-limit");
  }

  @Test
  void tellOfADoseAboveTheLimitWhenTheWeightComesLater() {
    registry.treating(ehr);
    Draft session = dose(ehr.session(), "80");
    Draft weight = session.at("/entry/9/resource").without("/encounter");
    assertThat(registry.submit(session.without("/entry/9")))
        .isAccepted()
        .hasNoIssue("practice-finding");

    HttpAnswer answer = registry.submit(single(weight));

    assertThat(answer).isAccepted().tellsFinding("dose-above-limit");
  }

  @Test
  void areTakenBackWhenTheDoseIsCorrected() {
    registry.treating(ehr);
    registry.submit(dose(ehr.session(), "80"));
    assertThat(standing()).containsExactly("dose-above-limit");

    registry.submit(dose(ehr.session().withText("/identifier/value", "corrected"), "35"));

    assertThat(standing()).isEmpty();
  }

  @Test
  void areTakenBackWhenTheAdministrationWasEnteredInError() {
    registry.treating(ehr);
    HttpAnswer session = registry.submit(dose(ehr.session(), "80"));
    String location = session.location("MedicationAdministration");
    Draft wrong = Draft.of(registry.get("/" + location).text()).without("/meta");

    assertThat(registry.put("/" + location, wrong.withText("/status", "entered-in-error").text()))
        .isAccepted();

    assertThat(standing()).isEmpty();
    assertThat(findings()).hasSize(1);
  }

  @Test
  void tellOfADoseThatNobodyObserved() {
    registry.treating(ehr);
    Draft session = ehr.session();
    int administration = session.indexOf("MedicationAdministration");
    String at = "/entry/" + administration + "/resource/extension";
    int index =
        IntStream.range(0, session.node().at(at).size())
            .filter(i -> session.string(at + "/" + i + "/url").endsWith("directly-observed"))
            .findFirst()
            .orElseThrow();

    assertThat(registry.submit(session.with(at + "/" + index + "/valueBoolean", "false")))
        .isAccepted()
        .tellsFinding("administration-not-observed");
  }

  @Test
  void tellOfSessionsTooCloseToEachOther() {
    registry.treating(ehr);
    registry.submit(ehr.session());
    Draft next =
        ehr.session()
            .replacing("2026-09-14", "2026-09-15")
            .replacing("-2026-1091", "-2026-1092")
            .replacing("O-1091-", "O-1092-")
            .replacing("E-2026-0310", "E-2026-0311")
            .withText("/identifier/value", "next");

    assertThat(registry.submit(next)).isAccepted().tellsFinding("session-interval-short");
    assertThat(standing()).containsExactly("session-interval-short");
  }

  @Test
  void tellOfAMeasurementThatIsMissingUntilItIsSent() {
    registry.treating(ehr);
    assertThat(ehr.session().string(PRESSURE_DURING + "/resource/extension/0/valueCode"))
        .isEqualTo("during");

    HttpAnswer answer = registry.submit(ehr.session().without(PRESSURE_DURING));

    assertThat(answer).isAccepted().tellsFinding("monitoring-incomplete");
    assertThat(answer.text()).contains("In particular: 85354-9 during.");
    assertThat(standing()).containsExactly("monitoring-incomplete");
    assertThat(registry.submit(ehr.session().withText("/identifier/value", "whole"))).isAccepted();
    assertThat(standing()).isEmpty();
    assertThat(findings()).hasSize(1);
  }

  @Test
  void tellOfMoreToTakeHomeThanTheLimit() {
    registry.treating(ehr);
    Draft supply =
        ehr.example("MedicationDispense-supply-gb-1")
            .without("/context")
            .with("/quantity/value", "30000")
            .with("/daysSupply/value", "30");

    assertThat(registry.submit(single(supply))).isAccepted().tellsFinding("take-home-above-limit");
  }

  @Test
  void tellOfADoseInSpiteOfAContraindicationUntilItIsRefuted() {
    registry.treating(ehr);
    registry.submit(ehr.session());
    Draft psychosis =
        ehr.example("Condition-comorbidity-gb-1")
            .withText("/code/coding/0/code", "psychosis")
            .without("/code/coding/1")
            .withText("/onsetDateTime", "2019");
    String url = url("Condition", psychosis);

    HttpAnswer answer = registry.put(url, psychosis.text());

    assertThat(registry.get("/Task/" + answer.receipt()).text())
        .contains("contraindication-present", "In particular: psychosis.");
    assertThat(standing()).containsExactly("contraindication-present");
    registry.put(url, psychosis.withText("/verificationStatus/coding/0/code", "refuted").text());
    assertThat(standing()).isEmpty();
  }

  @Test
  void tellOfAnOutdatedInformationSheet() {
    registry.register(ehr);
    registry.submit(ehr.consultation().replacing("sheet|1.0.0", "sheet|0.9.0"));

    assertThat(registry.submit(ehr.session()))
        .isAccepted()
        .tellsFinding("information-sheet-outdated");
  }

  @Test
  void tellOfAReportThatCameLate() {
    registry.treating(ehr);
    clock.moveTo(Instant.parse("2026-09-22T00:00:00Z"));

    HttpAnswer answer = registry.submit(ehr.session());

    assertThat(answer).isAccepted().tellsFinding("session-reported-late");
    assertThat(standing()).containsExactly("session-reported-late");
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.getImplicated().get(0).getReference())
                    .isEqualTo(answer.location("Encounter")));
  }

  /** It counts when the session was first told whole: a correction is not a late report. */
  @Test
  void tellOfNoLateReportWhenASessionIsCorrected() {
    registry.treating(ehr);
    registry.submit(ehr.session());
    clock.moveTo(Instant.parse("2026-11-20T00:00:00Z"));
    Draft session = ehr.ofSession("Encounter").withText("/subject/reference", ehr.patientUrl());

    assertThat(
            registry.put(
                url("Encounter", session),
                session.withText("/period/end", "2026-09-14T12:30:00+01:00").text()))
        .isAccepted();

    assertThat(standing()).isEmpty();
  }

  @Test
  void tellOfALateReportWhenOnlyThePlanOfTheSessionCameInTime() {
    registry.treating(ehr);
    Draft session = ehr.session();
    int encounter = session.indexOf("Encounter");
    String at = "/entry/" + encounter + "/resource";
    registry.submit(
        session
            .withText(at + "/status", "in-progress")
            .without(at + "/period/end")
            .withText("/identifier/value", "plan"));
    clock.moveTo(Instant.parse("2026-10-20T00:00:00Z"));
    Draft ended = session.at(at).withText("/subject/reference", ehr.patientUrl());

    assertThat(registry.put(url("Encounter", ended), ended.text())).isAccepted();

    assertThat(standing()).containsExactly("session-reported-late");
  }

  @Test
  void tellOfAnEventThatCameLateForItsClass() {
    registry.treating(ehr);
    registry.submit(ehr.session());
    clock.moveTo(Instant.parse("2026-10-20T00:00:00Z"));
    Draft event =
        ehr.ofSession("AdverseEvent")
            .withText("/identifier/value", "late")
            .withText("/seriousness/coding/0/code", "Serious")
            .without("/encounter")
            .withText("/subject/reference", ehr.patientUrl())
            .with("/extension/-", criterion("C83052"))
            .with("/suspectEntity/0/instance", dose(ehr));

    assertThat(registry.post("/AdverseEvent", event.text())).isAccepted();

    assertThat(standing()).containsExactly("event-reported-late");
  }

  /** Held for drug safety alone, a record is used for nothing else (R16). */
  @Test
  void areNoneOfWhatIsHeldForDrugSafetyAlone() {
    registry.treating(ehr);
    assertThat(
            registry.submit(
                ehr.consultation()
                    .withText("/identifier/value", "denial")
                    .withText(DECISION, "deny")
                    .withText("/entry/3/resource/dateTime", "2026-09-08T10:00:00+01:00")
                    .without("/entry/1")
                    .without("/entry/1")))
        .isAccepted();
    Draft session = ehr.session();

    assertThat(
            registry.submit(
                Draft.bundle(
                    "transaction",
                    session.at("/entry/" + session.indexOf("Encounter")),
                    session.at("/entry/" + session.indexOf("MedicationAdministration")),
                    session.at("/entry/" + session.indexOf("AdverseEvent")))))
        .isAccepted()
        .hasNoIssue("practice-finding");
    assertThat(findings()).isEmpty();
  }

  private static String criterion(String code) {
    return "{\"url\":\""
        + Canonical.extension("seriousness-criterion")
        + "\",\"valueCodeableConcept\":{\"coding\":[{\"system\":"
        + "\"http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl\",\"code\":\""
        + code
        + "\"}]}}";
  }

  private static String dose(Ehr ehr) {
    Draft dose = ehr.ofSession("MedicationAdministration");
    return "{\"reference\":\"" + url("MedicationAdministration", dose).substring(1) + "\"}";
  }

  private static String url(String type, Draft resource) {
    return "/"
        + type
        + "?identifier="
        + resource.string("/identifier/0/system")
        + "|"
        + resource.string("/identifier/0/value");
  }

  @Test
  void areMadeByTheRegistryAlone() {
    registry.register(ehr);
    registry.submit(ehr.consultation().without("/entry/" + TREATMENT_CONSENT));
    registry.submit(ehr.session());
    DetectedIssue finding = findings().get(0);
    String location = "/DetectedIssue/" + finding.getIdElement().getIdPart();
    String text = registry.get(location).text();

    assertThat(registry.post("/DetectedIssue", text))
        .isRefused(422)
        .hasOnlyIssue("type-not-accepted");
    assertThat(registry.put(location, text)).isRefused(422).hasOnlyIssue("type-not-accepted");
  }

  @Test
  void tellWhatAStewardDecided() {
    DetectedIssue finding = findingOfAMissingConsent();

    clock.moveTo(Instant.parse("2026-09-22T08:00:00Z"));
    assertThat(decide(finding, "clinic-asked")).hasStatus(200);
    clock.moveTo(Instant.parse("2026-09-23T08:00:00Z"));
    HttpAnswer answer = decide(finding, "explained");

    assertThat(answer).hasStatus(200);
    assertThat(decided())
        .containsExactly("clinic-asked 2026-09-22T08:00:00Z", "explained 2026-09-23T08:00:00Z");
    assertThat(answer.text()).contains("explained", "clinic-asked", "final");
  }

  @Test
  void keepWhatWasDecidedWhateverAReviewMakesOfThem() {
    DetectedIssue finding = findingOfAMissingConsent();
    decide(finding, "records-wrong");

    assertThat(registry.put(consentUrl(), consent("2026-09-07T10:30:00+01:00").text()))
        .isAccepted();
    assertThat(standing()).isEmpty();
    assertThat(decided()).containsExactly("records-wrong 2026-09-21T08:00:00Z");
    assertThat(decide(finding, "reopened")).hasStatus(200);
    assertThat(findings())
        .singleElement()
        .satisfies(one -> assertThat(one.getStatus()).isEqualTo(DetectedIssueStatus.CANCELLED));

    assertThat(
            registry.put(
                consentUrl(),
                consent("2026-09-07T10:30:00+01:00")
                    .withText("/status", "entered-in-error")
                    .text()))
        .isAccepted();
    assertThat(standing()).containsExactly("treatment-consent-missing");
    assertThat(decided()).hasSize(2).last().asString().startsWith("reopened");
  }

  /** Another version would say that something changed. */
  @Test
  void areNotChangedByTheDecisionThatHolds() {
    DetectedIssue finding = findingOfAMissingConsent();
    decide(finding, "clinic-asked");

    assertThat(decide(finding, "clinic-asked")).hasStatus(200);

    assertThat(findings().get(0).getMeta().getVersionId()).isEqualTo("2");
    assertThat(decided()).hasSize(1);
    decide(finding, "explained");
    decide(finding, "clinic-asked");
    assertThat(decided()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\": \"Parameters\"}",
        "{\"resourceType\": \"Patient\"}",
        "{",
        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"decision\", \"valueCode\": \"x\"}]}"
      })
  void areNotDecidedAboutByWordsOfOnesOwn(String body) {
    DetectedIssue finding = findingOfAMissingConsent();

    assertThat(registry.post(decision(finding.getIdElement().getIdPart()), body)).isRefused(400);
    assertThat(decided()).isEmpty();
  }

  @Test
  void thatAreNoneCannotBeDecidedAbout() {
    registry.treating(ehr);
    assertThat(
            registry.post(decision("00000000-0000-4000-8000-000000000000"), toDecide("explained")))
        .isRefused(404);
    assertThat(registry.post(decision("x"), toDecide("explained"))).isRefused(404);
  }

  private DetectedIssue findingOfAMissingConsent() {
    registry.register(ehr);
    registry.submit(ehr.consultation().without("/entry/" + TREATMENT_CONSENT));
    assertThat(registry.submit(ehr.session())).isAccepted();
    return findings().get(0);
  }

  private HttpAnswer decide(DetectedIssue finding, String decision) {
    return registry.post(decision(finding.getIdElement().getIdPart()), toDecide(decision));
  }

  private static String decision(String id) {
    return "/DetectedIssue/" + id + "/$decide";
  }

  private static String toDecide(String decision) {
    return """
    {"resourceType": "Parameters", "parameter": [{"name": "decision", "valueCode": "%s"}]}
    """
        .formatted(decision);
  }

  private List<String> decided() {
    return findings().stream()
        .flatMap(finding -> finding.getMitigation().stream())
        .map(one -> one.getAction().getCodingFirstRep().getCode() + " " + one.getDate().toInstant())
        .toList();
  }

  private static Draft dose(Draft session, String mg) {
    return session.with(
        "/entry/" + session.indexOf("MedicationAdministration") + "/resource/dosage/dose/value",
        mg);
  }

  private Draft consent(String decided) {
    return ehr.example("Consent-treatment-consent-gb-1").withText("/dateTime", decided);
  }

  private String consentUrl() {
    Draft consent = ehr.example("Consent-treatment-consent-gb-1");
    return "/Consent?identifier="
        + consent.string("/identifier/0/system")
        + "|"
        + consent.string("/identifier/0/value");
  }

  private static Draft single(Draft resource) {
    return Draft.bundle(
        "transaction", Draft.entry(resource, "POST", resource.string("/resourceType")));
  }

  private List<String> standing() {
    return findings().stream()
        .filter(finding -> finding.getStatus() == DetectedIssueStatus.FINAL)
        .map(finding -> finding.getCode().getCodingFirstRep().getCode())
        .toList();
  }

  private List<DetectedIssue> findings() {
    String patient =
        registry
            .get("/Patient?identifier=" + ehr.patientToken())
            .bundle()
            .getEntryFirstRep()
            .getResource()
            .getIdElement()
            .getIdPart();
    return registry.get("/DetectedIssue?patient=" + patient).bundle().getEntry().stream()
        .map(entry -> (DetectedIssue) entry.getResource())
        .toList();
  }
}
