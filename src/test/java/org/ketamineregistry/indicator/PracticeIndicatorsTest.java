package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, escalation, consent, reviews, completeness and incentives, counted by hand. */
class PracticeIndicatorsTest {
  private final CaseNotes notes =
      CaseNotes.ofAPatient()
          .course("course")
          .treated("first", "course", "2026-07-06T10:00:00+01:00", 35);

  @ParameterizedTest
  @CsvSource({
    "2026-07-06T18:00:00+01:00, 1",
    "2026-07-08T23:00:00+01:00, 1",
    "2026-07-09T00:00:00+01:00, 0"
  })
  void anIntervalIsShortUnderThreeDays(String when, int counted) {
    notes.treated("second", "course", when, 35);
    assertThat(practice().ids("Repeated Sessions")).containsExactly("second");
    assertThat(practice().ids("Sessions after a Short Interval")).hasSize(counted);
  }

  @Test
  void anIntervalReachesBackBeforeThePeriod() {
    notes.treated("june", "course", "2026-06-30T10:00:00+01:00", 35);
    assertThat(practice().ids("Repeated Sessions")).containsExactly("first");
  }

  @ParameterizedTest
  @CsvSource({"52.49, 0", "52.5, 1"})
  void aDoseEscalatesByHalfOfTheFirst(double milligrams, int counted) {
    notes.treated("second", "course", "2026-07-13T10:00:00+01:00", milligrams);
    assertThat(practice().ids("Courses with Repeated Doses")).containsExactly("course");
    assertThat(practice().ids("Courses with Escalated Doses")).hasSize(counted);
  }

  @Test
  void aDoseOfAnotherRouteOrCourseIsNoEscalation() {
    notes
        .session("spray", "course", "2026-07-13T10:00:00+01:00")
        .dose("dose", "spray", "2026-07-13T10:00:00+01:00", 84, "esketamine", CaseNotes.NASAL)
        .course("other")
        .treated("elsewhere", "other", "2026-07-20T10:00:00+01:00", 100);
    assertThat(practice().ids("Courses with Repeated Doses")).isEmpty();
  }

  @Test
  void aConsentWithEverythingIsComplete() {
    notes.consent("consent", "2026-07-06T09:00:00+01:00");
    assertThat(practice().ids("Courses Begun in Period")).containsExactly("course");
    assertThat(practice().ids("Courses with Complete Consent")).containsExactly("course");
  }

  @ParameterizedTest
  @CsvSource({
    "options-discussed, Courses with Options Discussed",
    "consultation-date, Courses with Consultation Dated",
    "information-sheet, Courses with Information Sheet",
    "advocate-present, Courses with Advocate Recorded",
    "capacity, Courses with Capacity Shown",
    "freely-given, Courses with Consent Freely Given"
  })
  void aConsentThatLacksSomethingIsNot(String extension, String element) {
    notes.consent("consent", "2026-07-06T09:00:00+01:00");
    assertThat(practice().ids(element)).containsExactly("course");
    notes.without("consent", extension);
    assertThat(practice().ids(element)).isEmpty();
    assertThat(practice().ids("Courses with Consent")).containsExactly("course");
    assertThat(practice().ids("Courses with Complete Consent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-06T10:00:00+01:00, 1",
    "2026-07-06T10:00:01+01:00, 0",
    "2026-07-06, 1",
    "2026-07-07, 0"
  })
  void aConsentComesBeforeTheFirstDose(String decided, int counted) {
    notes.consent("consent", decided);
    assertThat(practice().ids("Courses with Consent")).hasSize(counted);
  }

  @ParameterizedTest
  @CsvSource({"2026-07-05T10:00:00+01:00, 0", "2026-08-01T10:00:00+01:00, 1"})
  void aConsentThatWasWithdrawnLaterWasInForce(String withdrawn, int counted) {
    notes.consent("consent", "2026-07-01T09:00:00+01:00").withdrawn("consent", withdrawn);
    assertThat(practice().ids("Courses with Consent")).hasSize(counted);
  }

  @Test
  void theLastConsentCounts() {
    notes
        .consent("earlier", "2026-07-01T09:00:00+01:00")
        .consent("last", "2026-07-02T09:00:00+01:00")
        .without("last", "options-discussed");
    assertThat(practice().ids("Courses with Options Discussed")).isEmpty();
  }

  @Test
  void aSheetIsCurrentUnlessAStandingFindingSaysOtherwise() {
    notes.consent("consent", "2026-07-01T09:00:00+01:00");
    assertThat(practice().ids("Courses with Current Information Sheet")).containsExactly("course");
    notes.finding("finding", "information-sheet-outdated", "2026-07-06T10:00:00Z", "first-dose");
    assertThat(practice().ids("Courses with Current Information Sheet")).isEmpty();
    cancel("finding");
    assertThat(practice().ids("Courses with Current Information Sheet")).containsExactly("course");
  }

  @Test
  void aReviewIsOverdueWhereTheRuleFoundIt() {
    assertThat(practice().truth("Patient under Treatment in Period")).isTrue();
    notes.finding("finding", "review-overdue", "2026-10-01T10:00:00Z", "first-dose");
    assertThat(practice().truth("Patient with Review Overdue in Period")).isFalse();
    notes.finding("another", "review-overdue", "2026-08-01T10:00:00Z", "first-dose");
    assertThat(practice().truth("Patient with Review Overdue in Period")).isTrue();
    cancel("another");
    assertThat(practice().truth("Patient with Review Overdue in Period")).isFalse();
  }

  @Test
  void aSessionIsCompleteWithAllItsMonitoring() {
    notes
        .pressure("before", "first", "before", "2026-07-06T09:50:00+01:00", 120, 80)
        .pressure("during", "first", "during", "2026-07-06T10:30:00+01:00", 140, 90)
        .pressure("after", "first", "after", "2026-07-06T11:30:00+01:00", 125, 80)
        .measured("sedation", "moaa-s", "first", "during", "2026-07-06T10:30:00+01:00")
        .measured(
            "cadss", "cadss-subjective-total", "first", "during", "2026-07-06T10:30:00+01:00");
    assertThat(practice().ids("Finished Sessions in Period")).containsExactly("first");
    assertThat(practice().ids("Sessions with Complete Monitoring")).isEmpty();
    notes.fitToLeave("first", "2026-07-06T12:00:00+01:00");
    assertThat(practice().ids("Sessions with Complete Monitoring")).containsExactly("first");
    for (String part : List.of("before", "during", "after", "sedation", "cadss")) {
      notes.inError(part);
      assertThat(practice().ids("Sessions with Complete Monitoring")).as(part).isEmpty();
      notes.corrected(part);
    }
    notes.status("first", EncounterStatus.INPROGRESS);
    assertThat(practice().ids("Finished Sessions in Period")).isEmpty();
    assertThat(practice().of("Clinic", notes.record("first"))).isEqualTo("clinic");
  }

  @Test
  void numbersShowWhichSessionIsMissing() {
    assertThat(practice().ids("Numbered Courses in Period")).isEmpty();
    notes.number("first", 1).treated("third", "course", "2026-07-20T10:00:00+01:00", 35);
    notes.number("third", 3);
    assertThat(practice().ids("Numbered Courses in Period")).containsExactly("course");
    assertThat(practice().ids("Courses without a Missing Session")).isEmpty();
    notes.treated("second", "course", "2026-07-13T10:00:00+01:00", 35).number("second", 2);
    assertThat(practice().ids("Courses without a Missing Session")).containsExactly("course");
  }

  @Test
  void anIncentiveIsOfferedOrNotOrNotStated() {
    assertThat(practice().ids("Courses with Incentive Stated")).isEmpty();
    notes.incentive("course", true);
    assertThat(practice().ids("Courses with Incentive Offered")).containsExactly("course");
    notes.course("other").treated("session", "other", "2026-08-01T10:00:00+01:00", 35);
    notes.incentive("other", false);
    assertThat(practice().ids("Courses with Incentive Stated")).containsExactly("course", "other");
    assertThat(practice().ids("Courses with Incentive Offered")).containsExactly("course");
  }

  @Test
  void aCourseCountsInThePeriodOfItsFirstDose() {
    notes.treated("june", "course", "2026-06-30T10:00:00+01:00", 35);
    assertThat(practice().ids("Courses Begun in Period")).isEmpty();
  }

  private void cancel(String finding) {
    ((DetectedIssue) notes.record(finding)).setStatus(DetectedIssueStatus.CANCELLED);
  }

  private Cql practice() {
    return new Cql(
        "PracticeIndicators", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), notes.records());
  }
}
