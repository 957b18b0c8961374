package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Response, remission, relapse and suicidality follow-up, counted by hand; the bounds included. */
class EffectIndicatorsTest {
  private static final String MADRS = "madrs-total";
  private static final String PHQ9 = "44261-6";
  private static final String FIRST = "2026-07-06T10:00:00+01:00";

  private final CaseNotes notes =
      CaseNotes.ofAPatient().course("course").treated("first", "course", FIRST, 35);

  @Nested
  class ATimePoint {
    /** The first dose begins at 10:00 on 6 July. */
    @ParameterizedTest
    @CsvSource({
      "2026-07-07T05:59:59+01:00, ''",
      "2026-07-07T06:00:00+01:00, 24",
      "2026-07-08T09:59:59+01:00, 24",
      "2026-07-08T10:00:00+01:00, 3",
      "2026-07-11T09:59:59+01:00, 3",
      "2026-07-11T10:00:00+01:00, 7",
      "2026-07-16T09:59:59+01:00, 7",
      "2026-07-16T10:00:00+01:00, 14",
      "2026-07-27T09:59:59+01:00, 14",
      "2026-07-27T10:00:00+01:00, ''",
      "2026-07-07T07:00:00+02:00, 24"
    })
    void hasAWindow(String when, String timePoint) {
      notes.score("score", MADRS, when, 10, 1, "h");
      assertThat(timePoints()).isEqualTo(timePoint);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-07-07T09:59:59+01:00, 24, h, ''",
      "2026-07-07T10:00:00+01:00, 24, h, 24",
      "2026-07-07T10:00:00+01:00, 1, d, 24",
      "2026-07-13T09:59:59+01:00, 7, d, ''",
      "2026-07-13T10:00:00+01:00, 7, d, 7",
      "2026-07-20T09:59:59+01:00, 14, d, ''",
      "2026-07-20T10:00:00+01:00, 14, d, 14",
      "2026-07-13T10:00:00+01:00, 14, d, ''"
    })
    void takesAScoreOnlyIfItsRecallPeriodIsNotLongerThanTheTimeElapsed(
        String when, int recall, String unit, String timePoint) {
      notes.score("score", MADRS, when, 10, recall, unit);
      assertThat(timePoints()).isEqualTo(timePoint);
    }

    @Test
    void isCountedFromTheLastDose() {
      notes
          .treated("second", "course", "2026-07-09T10:00:00+01:00", 35)
          .score("a-week-after-the-first", MADRS, "2026-07-13T10:00:00+01:00", 10, 7, "d")
          .score("four-days-after-the-second", MADRS, "2026-07-13T11:00:00+01:00", 10, 96, "h");
      assertThat(effect().ids("Assessed at 7 Days")).isEmpty();
      assertThat(effect().ids("Assessed at 3 Days")).containsExactly("four-days-after-the-second");
    }

    @Test
    void isCountedFromADoseInWhateverSessionOrCourse() {
      notes
          .course("other")
          .treated("elsewhere", "other", "2026-07-07T08:00:00+01:00", 35)
          .score("score", MADRS, "2026-07-07T10:00:00+01:00", 10, 1, "h");
      assertThat(timePoints()).isEmpty();
    }

    @Test
    void takesTheFirstScoreOfAnInstrument() {
      notes
          .score("later", MADRS, "2026-07-07T12:00:00+01:00", 10, 24, "h")
          .score("earlier", MADRS, "2026-07-07T11:00:00+01:00", 10, 24, "h")
          .score("too-early", MADRS, "2026-07-07T09:00:00+01:00", 10, 24, "h")
          .score("other", "qids-sr16-total", "2026-07-07T13:00:00+01:00", 10, 24, "h");
      assertThat(effect().ids("Assessed at 24 Hours")).containsExactly("earlier", "other");
    }

    @Test
    void takesTheHigherOfTwoScoresAtTheSameMoment() {
      notes
          .score("low", MADRS, "2026-07-07T11:00:00+01:00", 5, 24, "h")
          .score("high", MADRS, "2026-07-07T11:00:00+01:00", 30, 24, "h")
          .score("same", MADRS, "2026-07-07T11:00:00+01:00", 30, 24, "h");
      assertThat(effect().ids("Assessed at 24 Hours")).containsExactly("high");
    }

    @Test
    void takesNoScoreThatWasEnteredInError() {
      notes.score("score", MADRS, "2026-07-07T11:00:00+01:00", 10, 24, "h").inError("score");
      assertThat(timePoints()).isEmpty();
    }

    @Test
    void takesNoScoreWhileASupplyToTakeHomeRuns() {
      notes
          .supply("supply", "2026-07-06T12:00:00+01:00", 300, 2)
          .score("first-day", MADRS, "2026-07-07T11:00:00+01:00", 10, 24, "h");
      assertThat(timePoints()).isEmpty();
      notes.score("after-it", MADRS, "2026-07-08T00:00:00+01:00", 10, 24, "h");
      assertThat(effect().ids("Assessed at 24 Hours")).containsExactly("after-it");
    }
  }

  @Nested
  class Response {
    @Test
    void isAFallByHalf() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .score("half", MADRS, "2026-07-07T11:00:00+01:00", 17, 24, "h")
          .score("less", MADRS, "2026-07-09T11:00:00+01:00", 18, 24, "h");
      assertThat(effect().ids("Response at 24 Hours")).containsExactly("half");
      assertThat(effect().ids("Compared at 3 Days")).containsExactly("less");
      assertThat(effect().ids("Response at 3 Days")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "2026-06-29T09:59:59+01:00, false",
      "2026-06-29T10:00:00+01:00, true",
      "2026-07-06T10:00:00+01:00, true",
      "2026-07-06T10:00:01+01:00, false"
    })
    void hasABaselineWithinSevenDaysBeforeTheFirstDose(String when, boolean compared) {
      notes
          .score("baseline", MADRS, when, 34, 7, "d")
          .score("score", MADRS, "2026-07-07T11:00:00+01:00", 10, 24, "h");
      assertThat(effect().ids("Assessed at 24 Hours")).containsExactly("score");
      assertThat(effect().ids("Compared at 24 Hours")).hasSize(compared ? 1 : 0);
    }

    @Test
    void isMeasuredFromTheLastBaseline() {
      notes
          .score("earlier", MADRS, "2026-07-01T09:00:00+01:00", 60, 7, "d")
          .score("last", MADRS, "2026-07-06T09:00:00+01:00", 30, 7, "d")
          .score("score", MADRS, "2026-07-07T11:00:00+01:00", 20, 24, "h");
      assertThat(effect().ids("Response at 24 Hours")).isEmpty();
    }

    @Test
    void isMeasuredFromTheBaselineOfTheCourseAlsoAfterASecondDose() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .score("between", MADRS, "2026-07-09T09:00:00+01:00", 20, 24, "h")
          .treated("second", "course", "2026-07-09T10:00:00+01:00", 35)
          .score("score", MADRS, "2026-07-10T11:00:00+01:00", 17, 24, "h");
      assertThat(effect().ids("Response at 24 Hours")).containsExactly("score");
      assertThat(effect().of("Sessions So Far", notes.record("score"))).isEqualTo("2-6");
    }

    @Test
    void neverMixesInstruments() {
      notes
          .score("madrs", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .score("qids", "qids-sr16-total", "2026-07-07T11:00:00+01:00", 2, 24, "h")
          .score("phq", PHQ9, "2026-07-20T11:00:00+01:00", 2, 14, "d");
      assertThat(effect().ids("Assessed at 24 Hours")).containsExactly("qids");
      assertThat(effect().ids("Compared at 24 Hours")).isEmpty();
      assertThat(effect().ids("Assessed at 14 Days")).containsExactly("phq");
      assertThat(effect().of("Instrument", notes.record("phq"))).isEqualTo(PHQ9);
    }

    @Test
    void countsInThePeriodOfTheScore() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .treated("last", "course", "2026-09-30T10:00:00+01:00", 35)
          .score("october", MADRS, "2026-10-01T11:00:00+01:00", 10, 24, "h");
      assertThat(effect().ids("Response at 24 Hours")).isEmpty();
    }
  }

  @Nested
  class Remission {
    @ParameterizedTest
    @CsvSource({
      "madrs-total, 10, true",
      "madrs-total, 11, false",
      "qids-sr16-total, 5, true",
      "qids-sr16-total, 6, false",
      "ham-d17-total, 7, true",
      "ham-d17-total, 8, false",
      "44261-6, 4, true",
      "44261-6, 5, false"
    })
    void isAtOrUnderTheThresholdOfTheInstrument(String instrument, int total, boolean remission) {
      notes
          .score("baseline", instrument, "2026-07-06T09:00:00+01:00", 20, 7, "d")
          .score("score", instrument, "2026-07-20T11:00:00+01:00", total, 14, "d");
      assertThat(effect().ids("Remission at 14 Days")).hasSize(remission ? 1 : 0);
    }

    @Test
    void isNoneForWhoWasInRemissionBefore() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 10, 7, "d")
          .score("score", MADRS, "2026-07-07T11:00:00+01:00", 2, 24, "h");
      assertThat(effect().ids("Remission Before, at 24 Hours")).containsExactly("score");
      assertThat(effect().ids("Remission at 24 Hours")).isEmpty();
    }
  }

  @Nested
  class Relapse {
    private void responded() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .score("response", MADRS, "2026-07-07T10:00:00+01:00", 10, 24, "h");
    }

    @Test
    void isALaterScoreThatIsNoResponseAnyMore() {
      responded();
      notes.score("still", MADRS, "2026-07-13T11:00:00+01:00", 17, 7, "d");
      assertThat(effect().ids("Responses Followed")).containsExactly("response");
      assertThat(effect().ids("Responses Lost")).isEmpty();
      notes.score("lost", MADRS, "2026-07-25T11:00:00+01:00", 18, 7, "d");
      assertThat(effect().ids("Responses Lost")).containsExactly("response");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-21T10:00:00+01:00, 1", "2026-07-21T10:00:01+01:00, 0"})
    void isRapidWithinFourteenDaysOfTheResponse(String when, int counted) {
      responded();
      notes.score("lost", MADRS, when, 30, 7, "d");
      assertThat(effect().ids("Responses Followed within 14 Days")).hasSize(counted);
      assertThat(effect().ids("Responses Lost within 14 Days")).hasSize(counted);
      assertThat(effect().ids("Responses Lost")).containsExactly("response");
    }

    @Test
    void isCountedFromTheFirstResponse() {
      responded();
      notes
          .score("again", MADRS, "2026-07-09T11:00:00+01:00", 9, 24, "h")
          .score("lost", MADRS, "2026-07-25T11:00:00+01:00", 30, 7, "d");
      assertThat(effect().ids("Responses Lost")).containsExactly("response");
    }

    @Test
    void isNotToldByAnotherInstrumentNorByAScoreThatRecallsTheDose() {
      responded();
      notes
          .score("recalls", MADRS, "2026-07-12T11:00:00+01:00", 34, 7, "d")
          .score("other", PHQ9, "2026-07-25T11:00:00+01:00", 27, 14, "d");
      assertThat(effect().ids("Responses Followed")).isEmpty();
    }

    @Test
    void belongsToThePeriodOfTheResponseWheneverItComes() {
      responded();
      notes.score("lost", MADRS, "2026-12-01T11:00:00+00:00", 30, 7, "d");
      assertThat(effect().ids("Responses Lost")).containsExactly("response");
      assertThat(
              effect(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)).ids("Responses Lost"))
          .isEmpty();
    }
  }

  @Nested
  class SuicidalityFollowUp {
    private void respondedOnThe7th() {
      notes
          .score("baseline", MADRS, "2026-07-06T09:00:00+01:00", 34, 7, "d")
          .score("response", MADRS, "2026-07-07T10:00:00+01:00", 10, 24, "h");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-07-07T10:00:00+01:00, 0",
      "2026-07-07T10:00:01+01:00, 1",
      "2026-07-21T23:59:00+01:00, 1",
      "2026-07-22T00:00:00+01:00, 0"
    })
    void isWithinFourteenDaysAfterTheResponse(String when, int followed) {
      respondedOnThe7th();
      notes.suicidality("assessment", when);
      assertThat(effect().ids("Courses Due for Suicidality Follow-Up")).containsExactly("course");
      assertThat(effect().ids("Courses with Suicidality Follow-Up")).hasSize(followed);
    }

    @Test
    void isDueInThePeriodInWhichTheFourteenDaysEnd() {
      respondedOnThe7th();
      assertThat(
              effect(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 20))
                  .ids("Courses Due for Suicidality Follow-Up"))
          .isEmpty();
      assertThat(
              effect(LocalDate.of(2026, 7, 21), LocalDate.of(2026, 7, 21))
                  .ids("Courses Due for Suicidality Follow-Up"))
          .containsExactly("course");
    }

    @Test
    void isNotDueWithoutAResponse() {
      assertThat(effect().ids("Courses Due for Suicidality Follow-Up")).isEmpty();
    }
  }

  /** The days of the time points for which there is an assessment. */
  private String timePoints() {
    return String.join(
        " ",
        List.of("24 Hours", "3 Days", "7 Days", "14 Days").stream()
            .filter(timePoint -> !effect().ids("Assessed at " + timePoint).isEmpty())
            .map(timePoint -> timePoint.substring(0, timePoint.indexOf(' ')))
            .toList());
  }

  private Cql effect() {
    return effect(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
  }

  private Cql effect(LocalDate first, LocalDate last) {
    return new Cql("EffectIndicators", first, last, notes.records());
  }
}
