package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.ReviewRound;
import org.ketamineregistry.store.ReviewRound.Outcome;

/** What is found though nothing new arrives: by time, and by another version of the rules. */
@RegistryTest
class ReviewRoundIT {
  /** The course began on 7 September, and XX asks for a review every 90 days. */
  private static final Instant IN_TIME = Instant.parse("2026-12-06T23:59:00Z");

  private static final Instant OVERDUE = Instant.parse("2026-12-07T00:00:00Z");

  private final RegistryUnderTest registry;
  private final ReviewRound round;
  private final MovableClock clock;
  private final Jurisdiction jurisdiction;
  private final Ehr ehr = Ehr.fresh();

  ReviewRoundIT(
      RegistryUnderTest registry,
      ReviewRound round,
      MovableClock clock,
      Jurisdiction jurisdiction) {
    this.registry = registry;
    this.round = round;
    this.clock = clock;
    this.jurisdiction = jurisdiction;
  }

  @BeforeEach
  void treat() {
    clock.moveTo(Instant.parse("2026-09-21T08:00:00Z"));
    registry.treating(ehr);
    assertThat(registry.submit(ehr.session())).isAccepted().hasNoIssue("practice-finding");
    round.run();
  }

  @AfterEach
  void moveBack() {
    findings(ehr)
        .forEach(
            finding ->
                assertThat(
                        ProfileCheck.errors(
                            registry
                                .get("/DetectedIssue/" + finding.getIdElement().getIdPart())
                                .text()))
                    .isEmpty());
    clock.moveBack();
    jurisdiction.moveBack();
  }

  @Test
  void anOverdueReviewIsFoundOnTheDayOnceAndByItsRuleSet() {
    clock.moveTo(IN_TIME);
    round.run();
    assertThat(findings(ehr)).isEmpty();

    clock.moveTo(OVERDUE);
    assertThat(round.run().found()).isPositive();
    clock.moveTo(Instant.parse("2027-01-30T00:00:00Z"));
    round.run();

    assertThat(findings(ehr))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(code(finding)).isEqualTo("review-overdue");
              assertThat(finding.getStatus()).isEqualTo(DetectedIssueStatus.FINAL);
              assertThat(finding.getIdentifiedDateTimeType().getValue()).isEqualTo(OVERDUE);
              assertThat(finding.getImplicated().get(0).getReference())
                  .startsWith("EpisodeOfCare/");
              assertThat(ruleSet(finding)).isEqualTo(jurisdiction.get().canonical());
              assertThat(finding.getMeta().getVersionId()).isEqualTo("1");
            });
  }

  @Test
  void anOverdueReviewIsTakenBackWhenItArrivesLateAndFoundAgainLater() {
    clock.moveTo(OVERDUE);
    round.run();
    assertThat(standing(ehr)).containsExactly("review-overdue");

    registry.submit(prescriber(ehr));
    assertThat(registry.submit(review(ehr, "2026-12-01"))).isAccepted();

    assertThat(standing(ehr)).isEmpty();
    clock.moveTo(Instant.parse("2027-03-02T00:00:00Z"));
    round.run();
    assertThat(findings(ehr))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getStatus()).isEqualTo(DetectedIssueStatus.FINAL);
              assertThat(finding.getIdentifiedDateTimeType().getValue())
                  .isEqualTo(Instant.parse("2027-03-02T00:00:00Z"));
            });
  }

  @Test
  void whatHasNotChangedIsNotLookedAtAgain() {
    assertThat(round.run()).isEqualTo(new Outcome(0, 0, 0, 0));
  }

  @Test
  void aMissingFollowUpIsFoundInACourseThatIsOver() {
    Draft course =
        ehr.example("EpisodeOfCare-course-gb-1")
            .withText("/status", "finished")
            .withText("/period/end", "2026-09-20");
    assertThat(registry.put("/" + url(course), course.text())).isAccepted();

    clock.moveTo(Instant.parse("2027-06-01T00:00:00Z"));
    round.run();

    assertThat(standing(ehr)).containsExactly("follow-up-missing");
  }

  @Test
  void anotherVersionOfTheRulesJudgesWhatIsStored() {
    Draft session = session("2026-09-18", "other");
    int dose = session.indexOf("MedicationAdministration");
    registry.submit(session.with("/entry/" + dose + "/resource/dosage/dose/value", "80"));
    List<String> before = standing(ehr);
    assertThat(before).contains("dose-above-limit");

    RuleSet amended = amended("9.0.0", Rule.SESSION_REPORTED_LATE, Rule.CAPACITY_NOT_ASSESSED);
    jurisdiction.amend(amended);
    assertThat(round.run().failed()).isZero();

    assertThat(standing(ehr)).isEqualTo(before);
    assertThat(findings(ehr))
        .allSatisfy(finding -> assertThat(ruleSet(finding)).isEqualTo(amended.canonical()));
    assertThat(round.run()).isEqualTo(new Outcome(0, 0, 0, 0));

    jurisdiction.amend(amended("10.0.0", Rule.values()));
    round.run();
    assertThat(standing(ehr)).isEmpty();
    assertThat(findings(ehr))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.getStatus()).isEqualTo(DetectedIssueStatus.CANCELLED);
              assertThat(ruleSet(finding)).endsWith("|10.0.0");
            });
  }

  @Test
  void severalInstancesShareTheWorkAndDoNothingTwice() {
    List<Ehr> patients = patients(12);
    clock.moveTo(OVERDUE);

    List<Outcome> outcomes =
        Together.all(Stream.generate(() -> (Supplier<Outcome>) round::run).limit(4));

    assertThat(outcomes).extracting(Outcome::failed).containsOnly(0);
    assertThat(round.run().reviewed()).isZero();
    assertThat(patients)
        .allSatisfy(
            patient ->
                assertThat(findings(patient))
                    .singleElement()
                    .extracting(finding -> finding.getMeta().getVersionId())
                    .isEqualTo("1"));
  }

  @Test
  void aSubmissionAndARoundOfTheSamePatientDoNotRace() {
    List<Ehr> patients = patients(8);
    registry.submit(prescriber(patients.get(0)));
    clock.moveTo(OVERDUE);
    Stream<Supplier<Boolean>> submissions =
        patients.stream()
            .map(patient -> () -> registry.submit(review(patient, "2026-12-01")).status() == 200);
    Supplier<Boolean> rounds =
        () -> IntStream.range(0, 3).map(each -> round.run().failed()).sum() == 0;

    assertThat(Together.all(Stream.concat(submissions, Stream.of(rounds)))).containsOnly(true);

    round.run();
    assertThat(patients)
        .allSatisfy(
            patient -> {
              assertThat(standing(patient)).isEmpty();
              assertThat(findings(patient)).hasSizeLessThan(2);
            });
  }

  @Test
  void aRoundThatIsInterruptedIsTakenUpByTheNext() {
    List<Ehr> patients = patients(3);
    clock.moveTo(OVERDUE);
    Thread.currentThread().interrupt();

    assertThat(round.run().reviewed()).isZero();
    assertThat(Thread.interrupted()).isTrue();

    round.run();
    assertThat(patients)
        .allSatisfy(patient -> assertThat(standing(patient)).containsExactly("review-overdue"));
  }

  @Test
  void recordsThatCannotBeReadKeepNobodyElseFromTheReview() {
    List<Ehr> patients = patients(4);
    clock.moveTo(OVERDUE);
    String broken = patient(patients.get(0));
    String fact =
        registry
            .jdbc()
            .queryForObject(
                "SELECT fact FROM registry.record WHERE patient = ?::uuid AND fact ->> 'kind' ="
                    + " 'course'",
                String.class,
                broken);
    setCourse(broken, "{\"kind\": \"of another time\"}");

    assertThat(round.run().failed()).isEqualTo(1);
    assertThat(patients.subList(1, 4))
        .allSatisfy(patient -> assertThat(standing(patient)).containsExactly("review-overdue"));

    setCourse(broken, fact);
    assertThat(round.run().failed()).isZero();
    assertThat(standing(patients.get(0))).containsExactly("review-overdue");
  }

  private void setCourse(String patient, String fact) {
    registry
        .jdbc()
        .update(
            "UPDATE registry.record SET fact = ?::jsonb WHERE patient = ?::uuid AND resource_type ="
                + " 'EpisodeOfCare'",
            fact,
            patient);
  }

  @Test
  void factsOfAnOlderFormAreReadFromTheResourcesAgain() {
    List<String> before = facts();
    assertThat(before).hasSizeGreaterThan(10);
    String patient = patient(ehr);
    registry
        .jdbc()
        .update(
            """
            UPDATE registry.record SET fact = CASE resource_type
              WHEN 'Encounter' THEN NULL ELSE '{"kind": "of another time"}'::jsonb END
            WHERE patient = ?::uuid AND fact IS NOT NULL AND fact ->> 'kind' <> 'sharing-consent'
            """,
            patient);
    registry
        .jdbc()
        .update("UPDATE registry.review SET fact_form = 1 WHERE patient = ?::uuid", patient);

    assertThat(round.run()).isEqualTo(new Outcome(1, 0, 0, 0));

    assertThat(facts()).isEqualTo(before);
    assertThat(findings(ehr)).isEmpty();
  }

  /** Facts of an older form may wait for their round when the patient's next record arrives. */
  @Test
  void factsOfAnOlderFormAreReadAgainWhenARecordArrives() {
    List<String> before = facts();
    registry
        .jdbc()
        .update(
            "UPDATE registry.record SET fact = '{\"kind\": \"of another time\"}' WHERE patient ="
                + " ?::uuid AND resource_type = 'Observation'",
            patient(ehr));
    registry
        .jdbc()
        .update("UPDATE registry.review SET fact_form = 1 WHERE patient = ?::uuid", patient(ehr));

    registry.submit(prescriber(ehr));
    assertThat(registry.submit(review(ehr, "2026-09-20"))).isAccepted();

    assertThat(facts()).containsAll(before);
  }

  private List<String> facts() {
    return registry
        .jdbc()
        .queryForList(
            "SELECT fact::text FROM registry.record WHERE patient = ?::uuid AND fact IS NOT NULL"
                + " ORDER BY id",
            String.class,
            patient(ehr));
  }

  @Test
  void anAccreditationThatIsRecordedLateTakesItsFindingsBack() {
    Ehr lapsed = Ehr.fresh();
    Draft registration = lapsed.registration();
    String end = "/entry/0/resource/extension/1/extension/1/valuePeriod/end";
    registry.submit(registration.withText(end, "2025-12-31"));
    registry.submit(lapsed.consultation());
    registry.submit(lapsed.session());
    assertThat(standing(lapsed)).containsExactly("accreditation-lapsed");

    registry.submit(
        registration.withText(end, "2027-12-31").withText("/identifier/value", "renewed"));
    round.run();

    assertThat(standing(lapsed)).isEmpty();
  }

  /**
   * Nobody may send the review of a patient whose records the registry may no longer hold (R16).
   */
  @Test
  void nothingIsOverdueOfAPatientWhoTookBackThePermission() {
    clock.moveTo(OVERDUE);
    round.run();
    assertThat(standing(ehr)).containsExactly("review-overdue");

    assertThat(registry.submit(withdrawal(ehr))).isAccepted();

    assertThat(standing(ehr)).isEmpty();
    clock.moveTo(Instant.parse("2027-12-31T00:00:00Z"));
    round.run();
    assertThat(standing(ehr)).isEmpty();
  }

  @Test
  void norIsAnythingAtAnotherClinicOfThePatient() {
    Ehr other = registry.register(Ehr.fresh());
    Draft consultation =
        other.consultation().replacing(other.registryPseudonym(), ehr.registryPseudonym());
    assertThat(registry.submit(consultation)).isAccepted();
    clock.moveTo(OVERDUE);
    round.run();
    assertThat(standing(other)).containsExactly("review-overdue");

    registry.submit(withdrawal(ehr));
    round.run();

    assertThat(standing(other)).isEmpty();
  }

  private static Draft withdrawal(Ehr ehr) {
    return ehr.consultation()
        .onlyEntries(entry -> entry.at("/resource/resourceType").asText().equals("Consent"))
        .without("/entry/0")
        .withText("/identifier/value", "withdrawal")
        .withText("/entry/0/resource/dateTime", "2026-09-20T10:00:00+01:00")
        .withText("/entry/0/resource/provision/provision/0/type", "deny")
        .withText("/entry/0/resource/patient/reference", ehr.patientUrl());
  }

  // ---- drafts ------------------------------------------------------------------------------

  private List<Ehr> patients(int number) {
    Ehr clinic = registry.register(Ehr.fresh());
    return IntStream.range(0, number)
        .mapToObj(
            index -> {
              Ehr patient = clinic.nextPatient();
              assertThat(registry.submit(patient.consultation())).isAccepted();
              assertThat(registry.submit(patient.session())).isAccepted();
              return patient;
            })
        .toList();
  }

  private Draft session(String day, String name) {
    return ehr.session()
        .replacing("2026-09-14", day)
        .replacing("-2026-1091", "-" + name)
        .replacing("O-1091-", "O-" + name + "-")
        .replacing("E-2026-0310", "E-" + name)
        .withText("/identifier/value", name);
  }

  private static Draft prescriber(Ehr ehr) {
    Draft prescriber = ehr.example("PractitionerRole-prescriber-gb-1");
    return Draft.bundle("transaction", Draft.entry(prescriber, "PUT", url(prescriber)));
  }

  /** A review by the clinic's prescriber. */
  private static Draft review(Ehr ehr, String day) {
    Draft review =
        ehr.example("Encounter-review-gb-1")
            .replacing("2026-10-12", day)
            .withText(
                "/participant/0/individual/reference",
                url(ehr.example("PractitionerRole-prescriber-gb-1")));
    return Draft.bundle("transaction", Draft.entry(review, "PUT", url(review)));
  }

  private static String url(Draft resource) {
    return resource.string("/resourceType") + "?identifier=" + identifier(resource);
  }

  private static String identifier(Draft resource) {
    return resource.string("/identifier/0/system") + "|" + resource.string("/identifier/0/value");
  }

  /** The demonstration's rules in another version, without some of them. */
  private RuleSet amended(String version, Rule... without) {
    RuleSet set = jurisdiction.get();
    var rules = new EnumMap<Rule, Limits>(set.rules());
    List.of(without).forEach(rules::remove);
    return new RuleSet(
        set.canonical().replaceFirst("\\|.*", "|" + version),
        set.jurisdiction(),
        set.effectiveFrom(),
        set.effectiveUntil(),
        set.lawfulBasis(),
        set.writtenConsent(),
        rules);
  }

  // ---- findings ----------------------------------------------------------------------------

  private String patient(Ehr ehr) {
    return registry
        .get("/Patient?identifier=" + ehr.patientToken())
        .bundle()
        .getEntryFirstRep()
        .getResource()
        .getIdElement()
        .getIdPart();
  }

  private List<DetectedIssue> findings(Ehr ehr) {
    return registry.get("/DetectedIssue?patient=" + patient(ehr)).bundle().getEntry().stream()
        .map(entry -> (DetectedIssue) entry.getResource())
        .toList();
  }

  private List<String> standing(Ehr ehr) {
    return findings(ehr).stream()
        .filter(finding -> finding.getStatus() == DetectedIssueStatus.FINAL)
        .map(ReviewRoundIT::code)
        .sorted()
        .toList();
  }

  private static String code(DetectedIssue finding) {
    return finding.getCode().getCodingFirstRep().getCode();
  }

  private static String ruleSet(DetectedIssue finding) {
    return finding.getExtensionByUrl(Canonical.extension("rule-set")).getValue().primitiveValue();
  }
}
