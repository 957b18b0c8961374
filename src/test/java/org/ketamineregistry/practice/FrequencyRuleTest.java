package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.practice.Story.DRIP;
import static org.ketamineregistry.practice.Story.SPRAY;
import static org.ketamineregistry.practice.Story.TABLET;
import static org.ketamineregistry.practice.Story.day;
import static org.ketamineregistry.practice.Story.dose;
import static org.ketamineregistry.practice.Story.supply;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Administration;

/** Escalation and frequency, from administrations and supplies together (R25). */
class FrequencyRuleTest {
  private final Story story = new Story();

  @Nested
  class TheFrequency {
    private TheFrequency() {
      story.rule(
          Rule.DOSING_FREQUENCY_HIGH,
          new Limit.Frequency(DRIP, 5, 14),
          new Limit.Frequency(TABLET, 14, 14));
    }

    /** The source's case: "alternate days for 2 weeks with evidence of emergent craving". */
    @Test
    void onAlternateDaysForTwoWeeksIsFoundFromTheSixthDoseOn() {
      drips(1, 3, 5, 7, 9, 11, 13);
      assertThat(story.findings())
          .containsExactly("dosing-frequency-high f6", "dosing-frequency-high f7");
    }

    @Test
    void everyThirdDayIsNotHigh() {
      drips(1, 4, 7, 10, 13, 16, 19, 22);
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void countsWithinThePeriodToTheDay() {
      drips(1, 2, 3, 4, 5, 15);
      assertThat(story.findings()).isEmpty();
      drips(16);
      assertThat(story.findings()).isEmpty();
      drips(14);
      assertThat(story.findings()).contains("dosing-frequency-high f8");
    }

    @Test
    void countsADoseThatIsGivenInPartsOnce() {
      drips(1, 4, 7, 10);
      story.say(dose("13T09:00", "s", DRIP, "20")).say(dose("13T10:00", "s", DRIP, "20"));
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void countsNoOtherSubstanceOrRoute() {
      drips(1, 4, 7, 10, 13);
      assertThat(story.say(dose("14T09:00", SPRAY, "56")).findings()).isEmpty();
    }

    @Test
    void ofASupplyIsThatOfItsInstruction() {
      assertThat(story.say(supply("01T09:00", TABLET, "1400", 28, "1")).findings()).isEmpty();
      // The source's case: every 4 hours.
      assertThat(story.say(supply("51T09:00", TABLET, "1400", 28, "6")).findings())
          .containsExactly("dosing-frequency-high f2");
    }

    @Test
    void ofASupplyIsNotJudgedWhereItDoesNotSayIt() {
      assertThat(story.say(supply("01T09:00", TABLET, "90000", 1)).findings()).isEmpty();
    }

    /** What was meant for four weeks and is used up in two was taken twice as often. */
    @Test
    void ofASupplyThatIsUsedUpTooFastIsFoundByItsEarlySuccessor() {
      story.say(supply("01T09:00", TABLET, "1400", 28, "1"));
      assertThat(story.say(supply("29T09:00", TABLET, "1400", 28, "1")).findings()).isEmpty();
      assertThat(story.say(supply("43T09:00", TABLET, "1400", 28, "1")).findings())
          .containsExactly("dosing-frequency-high f3");
    }

    @Test
    void addsUpWhatIsGivenAndWhatIsSupplied() {
      story.say(supply("01T09:00", TABLET, "700", 14, "1"));
      assertThat(story.say(dose("15T09:00", TABLET, "50")).findings()).isEmpty();
      assertThat(story.say(dose("14T09:00", TABLET, "50")).findings())
          .containsExactly("dosing-frequency-high f3", "dosing-frequency-high f2");
    }

    @Test
    void ofFractionsIsNotHighByRounding() {
      story.rule(Rule.DOSING_FREQUENCY_HIGH, new Limit.Frequency(TABLET, 1, 3));
      assertThat(story.say(supply("01T09:00", TABLET, "50", 30, "0.333333")).findings()).isEmpty();
      assertThat(story.say(supply("61T09:00", TABLET, "50", 30, "0.34")).findings())
          .containsExactly("dosing-frequency-high f2");
    }

    @Test
    void isTakenBackWhenADoseIsCorrected() {
      drips(1, 3, 5, 7, 9, 11);
      assertThat(story.findings()).containsExactly("dosing-frequency-high f6");
      story.sayAs("f1", dose("01T09:00", SPRAY, "56"), null);
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void isFoundWhenADoseIsReportedLate() {
      drips(1, 5, 7, 9, 11);
      assertThat(story.findings()).isEmpty();
      drips(3);
      assertThat(story.findings()).containsExactly("dosing-frequency-high f5");
    }

    private void drips(int... days) {
      IntStream.of(days).forEach(day -> story.say(dose("%02dT09:00".formatted(day), DRIP, "35")));
    }
  }

  @Nested
  class TheRise {
    private TheRise() {
      story.rule(
          Rule.DOSE_ESCALATING,
          new Limit.Rise(DRIP, BigDecimal.valueOf(100)),
          new Limit.Rise(TABLET, BigDecimal.valueOf(50)));
      story.say(Story.course(1));
    }

    private Story drip(String when, String mg) {
      return story.session(when).say(dose(when, DRIP, mg));
    }

    @Test
    void isHeldAgainstTheFirstDoseOfTheCourse() {
      drip("02T09:00", "35");
      assertThat(drip("05T09:00", "70").findings()).isEmpty();
      assertThat(drip("08T09:00", "70.1").findings()).containsExactly("dose-escalating f7");
    }

    @Test
    void isThatOfAWholeSession() {
      drip("02T09:00", "35");
      drip("05T09:00", "40").say(dose("05T09:30", "s05T09:00", DRIP, "40"));
      assertThat(story.findings()).containsExactly("dose-escalating f6");
    }

    @Test
    void isNotHeldAgainstADoseThatWasStopped() {
      var d = dose("02T09:00", DRIP, "5");
      story.session("02T09:00");
      story.say(
          new Administration(
              d.start(), d.day(), d.session(), false, true, d.product(), d.doseMg(), true));
      assertThat(drip("05T09:00", "35").findings()).isEmpty();
      assertThat(drip("08T09:00", "71").findings()).containsExactly("dose-escalating f7");
    }

    @Test
    void isWithinACourse() {
      drip("02T09:00", "35").sayAs("c2", Story.course(40), null);
      story.session("41T09:00", "c2").say(dose("41T09:00", DRIP, "80"));
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void isWithinASubstanceAndRoute() {
      drip("02T09:00", "35");
      story.session("05T09:00").say(dose("05T09:00", SPRAY, "84"));
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void ofSuppliesIsThatOfTheQuantityForADay() {
      story.say(supply("02T09:00", TABLET, "1400", 28));
      assertThat(story.say(supply("30T09:00", TABLET, "1050", 14)).findings()).isEmpty();
      assertThat(story.say(supply("44T09:00", TABLET, "1051", 14)).findings())
          .containsExactly("dose-escalating f4");
    }

    @Test
    void ofSuppliesIsWithinTheCourseThatHadBegun() {
      story.say(supply("02T09:00", TABLET, "1400", 28));
      story.sayAs("c2", Story.course(40), null);
      assertThat(story.say(supply("40T09:00", TABLET, "2800", 28)).findings()).isEmpty();
      assertThat(day(40)).isEqualTo("2026-04-09");
    }

    @Test
    void isTakenBackWhenTheFirstDoseIsCorrected() {
      drip("02T09:00", "35");
      drip("05T09:00", "80");
      assertThat(story.findings()).containsExactly("dose-escalating f5");
      story.sayAs("f3", dose("02T09:00", DRIP, "40"), null);
      assertThat(story.findings()).isEmpty();
    }
  }
}
