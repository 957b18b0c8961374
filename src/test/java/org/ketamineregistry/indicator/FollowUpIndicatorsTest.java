package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bladder symptoms, craving, liver function and long-term follow-up, counted by hand. */
class FollowUpIndicatorsTest {
  private static final String ICSI = "icsi-total";

  private final CaseNotes notes =
      CaseNotes.ofAPatient()
          .course("course")
          .treated("first", "course", "2026-07-06T10:00:00+01:00", 35);

  @Test
  void aPatientCountsOnceByTheLastBladderScore() {
    notes
        .score("before", ICSI, "2026-07-06T09:00:00+01:00", 20, 30, "d")
        .score("earlier", ICSI, "2026-07-20T09:00:00+01:00", 12, 30, "d")
        .score("last", ICSI, "2026-09-20T09:00:00+01:00", 4, 30, "d")
        .score("mistake", ICSI, "2026-09-21T09:00:00+01:00", 20, 30, "d")
        .inError("mistake")
        .score("of-october", ICSI, "2026-10-01T09:00:00+01:00", 20, 30, "d");
    assertThat(followUp().ids("Bladder Scores")).containsExactly("last");
    assertThat(followUp().ids("Bladder Scores with Symptoms")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "5, 1"})
  void symptomsAreAScoreOfFive(int total, int counted) {
    notes.score("score", ICSI, "2026-08-20T09:00:00+01:00", total, 30, "d");
    assertThat(followUp().ids("Bladder Scores with Symptoms")).hasSize(counted);
    assertThat(followUp().ids("Bladder Scores without Symptoms before")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "5, 0"})
  void symptomsAreNewForWhoHadNoneBefore(int before, int counted) {
    notes
        .score("long-before", ICSI, "2026-01-06T09:00:00+00:00", 20, 30, "d")
        .score("before", ICSI, "2026-07-06T09:00:00+01:00", before, 30, "d")
        .score("score", ICSI, "2026-08-20T09:00:00+01:00", 9, 30, "d");
    assertThat(followUp().ids("Bladder Scores with New Symptoms")).hasSize(counted);
    assertThat(followUp().ids("Bladder Scores without Symptoms before")).hasSize(counted);
  }

  @Test
  void whoWasNeverExposedIsNotCounted() {
    CaseNotes untreated =
        CaseNotes.ofAPatient().score("score", ICSI, "2026-08-20T09:00:00+01:00", 9, 30, "d");
    assertThat(followUp(untreated).ids("Bladder Scores")).isEmpty();
  }

  @Test
  void theCumulativeDoseIsWhatWasGivenUntilThen() {
    notes
        .treated("second", "course", "2026-07-13T10:00:00+01:00", 215)
        .score("score", ICSI, "2026-08-20T09:00:00+01:00", 9, 30, "d")
        .treated("later", "course", "2026-08-27T10:00:00+01:00", 800);
    assertThat(followUp().of("Cumulative Dose Band", notes.record("score"))).isEqualTo("250-500");
    assertThat(followUp().of("Substance", notes.record("score"))).isEqualTo("racemic-ketamine");
  }

  @Test
  void whatWasHandedOverIsExposureOfItsOwnRoute() {
    notes
        .supply("spray", "2026-08-01T12:00:00+01:00", 960, 28)
        .score("score", ICSI, "2026-08-20T09:00:00+01:00", 9, 30, "d");
    assertThat(followUp().of("Cumulative Dose Band", notes.record("score"))).isEqualTo("several");
    assertThat(followUp().of("Substance", notes.record("score"))).isEqualTo("racemic-ketamine");
    assertThat(followUp().of("Route", notes.record("score"))).isEqualTo("several");
  }

  @Test
  void aSupplyAloneIsExposureToo() {
    CaseNotes supplied =
        CaseNotes.ofAPatient()
            .supply("spray", "2026-08-01T12:00:00+01:00", 960, 28)
            .supply("more", "2026-08-20T12:00:00+01:00", 960, 28)
            .score("score", ICSI, "2026-08-20T09:00:00+01:00", 9, 30, "d");
    assertThat(followUp(supplied).of("Cumulative Dose Band", supplied.record("score")))
        .isEqualTo("1000-2500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"craving", "misuse", "diversion", "dependence"})
  void cravingAndMisuseAreEvents(String term) {
    notes.event("event", term, "2026-08-01T10:00:00+01:00", false);
    assertThat(followUp().truth("Patient with Craving or Misuse in Period")).isTrue();
  }

  @Test
  void misuseWhoseReportWasTakenBackIsNone() {
    notes.event("event", "misuse", "2026-08-01T10:00:00+01:00", false).nullified("event");
    assertThat(followUp().truth("Patient under Treatment in Period")).isTrue();
    assertThat(followUp().truth("Patient with Craving or Misuse in Period")).isFalse();
  }

  @Test
  void otherEventsAndOtherPeriodsAreNoMisuse() {
    notes
        .event("other", "vertigo", "2026-08-01T10:00:00+01:00", false)
        .event("later", "misuse", "2026-10-01T10:00:00+01:00", false);
    assertThat(followUp().truth("Patient under Treatment in Period")).isTrue();
    assertThat(followUp().truth("Patient with Craving or Misuse in Period")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"6, false", "7, true"})
  void aStrongCravingIsSevenOfTen(int rating, boolean counted) {
    notes.score("rating", "craving-rating", "2026-08-01T10:00:00+01:00", rating, 7, "d");
    assertThat(followUp().truth("Patient with Craving or Misuse in Period")).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource({"no-misuse, false", "suspected, true", "confirmed, true"})
  void misuseIsSuspectedOrConfirmed(String finding, boolean counted) {
    notes.misuse("assessment", "2026-08-01T10:00:00+01:00", finding);
    assertThat(followUp().truth("Patient with Craving or Misuse in Period")).isEqualTo(counted);
  }

  @Test
  void theLiverIsLookedAtFromTheSixthSessionOn() {
    for (int day = 7; day <= 10; day++) {
      notes.treated("of-" + day, "course", "2026-07-%02dT10:00:00+01:00".formatted(day), 35);
    }
    notes.liver("test", "2026-07-20T10:00:00+01:00", 30);
    assertThat(followUp().truth("Patient Treated Repeatedly in Period")).isFalse();
    assertThat(followUp().truth("Patient with Liver Function Measured in Period")).isFalse();
    notes.treated("sixth", "course", "2026-07-13T10:00:00+01:00", 35);
    assertThat(followUp().truth("Patient Treated Repeatedly in Period")).isTrue();
    assertThat(followUp().truth("Patient with Liver Function Measured in Period")).isTrue();
    notes.inError("test");
    assertThat(followUp().truth("Patient with Liver Function Measured in Period")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"119.9, false", "120, true"})
  void anEnzymeIsRaisedAtThreeTimesTheUpperLimit(double unitsPerLitre, boolean raised) {
    for (int day = 7; day <= 11; day++) {
      notes.treated("of-" + day, "course", "2026-07-%02dT10:00:00+01:00".formatted(day), 35);
    }
    notes.liver("test", "2026-07-20T10:00:00+01:00", unitsPerLitre);
    assertThat(followUp().truth("Patient with Raised Liver Enzyme in Period")).isEqualTo(raised);
  }

  @ParameterizedTest
  @CsvSource({
    "2028-04-05, 2028-05-01, false",
    "2028-04-06, 2028-05-01, true",
    "2028-05-01, 2028-10-06, true",
    "2028-05-01, 2028-10-07, false"
  })
  void longTermFollowUpIsBetween21And27MonthsAfterTheFirstDose(
      String depression, String bladder, boolean followed) {
    notes
        .score("depression", "madrs-total", depression + "T10:00:00+01:00", 9, 7, "d")
        .score("bladder", ICSI, bladder + "T10:00:00+01:00", 1, 30, "d");
    assertThat(twoYearsLater().truth("Patient Due for Long-Term Follow-Up")).isTrue();
    assertThat(twoYearsLater().truth("Patient with Long-Term Follow-Up")).isEqualTo(followed);
    assertThat(followUp().truth("Patient Due for Long-Term Follow-Up")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2028-07-05, true", "2028-07-06, false"})
  void whoDiedBeforeIsNotLost(String death, boolean leftOut) {
    notes.died(death);
    assertThat(twoYearsLater().truth("Patient Died before Follow-Up")).isEqualTo(leftOut);
  }

  private Cql followUp() {
    return followUp(notes);
  }

  private static Cql followUp(CaseNotes notes) {
    return new Cql(
        "FollowUpIndicators", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), notes.records());
  }

  private Cql twoYearsLater() {
    return new Cql(
        "FollowUpIndicators", LocalDate.of(2028, 7, 1), LocalDate.of(2028, 9, 30), notes.records());
  }
}
