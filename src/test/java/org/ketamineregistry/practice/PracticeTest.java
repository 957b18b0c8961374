package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.practice.Story.DRIP;
import static org.ketamineregistry.practice.Story.SPRAY;
import static org.ketamineregistry.practice.Story.TABLET;
import static org.ketamineregistry.practice.Story.at;
import static org.ketamineregistry.practice.Story.consent;
import static org.ketamineregistry.practice.Story.day;
import static org.ketamineregistry.practice.Story.dose;
import static org.ketamineregistry.practice.Story.number;
import static org.ketamineregistry.practice.Story.supply;
import static org.ketamineregistry.practice.Story.weight;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Comorbidity;
import org.ketamineregistry.practice.Fact.Measurement;
import org.ketamineregistry.practice.Fact.TreatmentConsent;
import org.ketamineregistry.practice.Fact.Validity;

/** Consent, doses and supplies: what does not depend on the time at which it is judged. */
class PracticeTest {
  private final Story story = new Story();

  @BeforeEach
  void everyRule() {
    apply(Duration.ofDays(3));
  }

  private void apply(TemporalAmount interval, Limit... more) {
    for (Rule rule : Rule.values()) {
      story.rule(rule, new Limit.Shortest(interval));
    }
    story
        .rule(
            Rule.DOSE_ABOVE_LIMIT,
            new Limit.Dose(SPRAY, number("84"), false),
            new Limit.Dose(DRIP, number("0.5"), true))
        .rule(
            Rule.TAKE_HOME_ABOVE_LIMIT,
            new Limit.Quantity(SPRAY, number("100"), Duration.ofDays(28)),
            new Limit.Quantity(TABLET, number("300"), null))
        .rule(Rule.MONITORING_INCOMPLETE, more);
  }

  private Story say(Fact fact) {
    return story.say(fact);
  }

  private List<String> findings() {
    return story.findings();
  }

  @Test
  void goodPracticeHasNoFindings() {
    say(consent("02T09:00")).say(dose("10T09:00")).say(dose("13T09:00"));
    assertThat(findings()).isEmpty();
  }

  @Test
  void aRuleThatTheJurisdictionDoesNotHaveFindsNothing() {
    var ruleless = new Story();
    for (Story each : List.of(story, ruleless)) {
      each.say(unobserved(dose("01T09:00", SPRAY, "1000")))
          .say(supply("01T09:00", SPRAY, "1000", 10));
    }
    assertThat(ruleless.findings()).isEmpty();
    assertThat(findings()).hasSizeGreaterThan(3);
  }

  @Test
  void aRuleJudgesFromTheDayThatTheJurisdictionSets() {
    story.ruleFrom(day(10), Rule.TREATMENT_CONSENT_MISSING);
    say(dose("09T23:59")).say(dose("13T09:00"));
    assertThat(findings()).containsExactly("treatment-consent-missing f2");
  }

  private static Administration unobserved(Administration dose) {
    return new Administration(
        dose.start(),
        dose.day(),
        dose.session(),
        false,
        false,
        dose.product(),
        dose.doseMg(),
        false);
  }

  @Nested
  class TheConsent {
    @Test
    void isMissing() {
      assertThat(say(dose("10T09:00")).findings()).containsExactly("treatment-consent-missing f1");
    }

    @Test
    void isMissingForEveryDose() {
      assertThat(say(dose("10T09:00")).say(dose("13T09:00")).findings())
          .containsExactly("treatment-consent-missing f1", "treatment-consent-missing f2");
    }

    @Test
    void isLateByAMinuteAndInTimeAtTheVeryMoment() {
      assertThat(say(dose("10T09:00")).say(consent("10T09:01")).findings())
          .containsExactly("treatment-consent-late f1");
      story.forgetAll();
      assertThat(say(dose("10T09:00")).say(consent("10T09:00")).findings()).isEmpty();
    }

    @Test
    void thatIsWithdrawnDoesNotCover() {
      var c = consent("02T09:00");
      say(
          new TreatmentConsent(
              false,
              c.decidedAt(),
              c.decidedOn(),
              c.consultationDate(),
              c.capacity(),
              c.assessedOn(),
              c.written(),
              c.informationSheet(),
              c.optionsDiscussed()));
      assertThat(say(dose("10T09:00")).findings()).containsExactly("treatment-consent-missing f2");
    }

    @Test
    void isJudgedOnceAtTheFirstDose() {
      say(lacking(Capacity.NOT_ASSESSED, true, "x|1", true));
      assertThat(say(dose("10T09:00")).say(dose("13T09:00")).findings())
          .containsExactly("capacity-not-assessed f2");
    }

    @Test
    void isJudgedAgainWhenItIsRenewed() {
      say(consent("02T09:00")).say(dose("10T09:00"));
      say(lacking(Capacity.HAS_CAPACITY, false, "x|1", true, "11T09:00"));
      assertThat(say(dose("13T09:00")).say(dose("16T09:00")).findings())
          .containsExactly("consent-not-written f4");
    }

    @Test
    void saysThatCapacityWasAssessedOnItsDate() {
      var c = consent("02T09:00");
      var assessed =
          new TreatmentConsent(
              true,
              c.decidedAt(),
              c.decidedOn(),
              null,
              Capacity.HAS_CAPACITY,
              day(1),
              true,
              "x|1",
              true);
      assertThat(with(assessed)).containsExactly("capacity-not-assessed f2");
    }

    @Test
    void isTheLastOneBeforeTheDose() {
      say(lacking(Capacity.NOT_ASSESSED, true, "x|1", true)).say(consent("09T09:00"));
      assertThat(say(dose("10T09:00")).findings()).isEmpty();
    }

    @Test
    void lacksSomething() {
      assertThat(with(lacking(Capacity.NOT_ASSESSED, true, "x|1", true)))
          .containsExactly("capacity-not-assessed f2");
      assertThat(with(lacking(Capacity.LACKS_CAPACITY, true, "x|1", true)))
          .containsExactly("capacity-lacking f2");
      assertThat(with(lacking(Capacity.HAS_CAPACITY, false, "x|1", true)))
          .containsExactly("consent-not-written f2");
      assertThat(with(lacking(Capacity.HAS_CAPACITY, true, null, true)))
          .containsExactly("information-sheet-missing f2");
      assertThat(with(lacking(Capacity.HAS_CAPACITY, true, "x|1", false)))
          .containsExactly("options-not-discussed f2");
      assertThat(with(lacking(Capacity.HAS_CAPACITY, true, "x|1", null)))
          .containsExactly("options-not-discussed f2");
    }

    @Test
    void needNotBeWrittenEverywhere() {
      story.writtenConsent(false);
      assertThat(with(lacking(Capacity.HAS_CAPACITY, false, "x|1", true))).isEmpty();
    }

    private List<String> with(TreatmentConsent consent) {
      story.forgetAll();
      return say(consent).say(dose("10T09:00")).findings();
    }

    private TreatmentConsent lacking(
        Capacity capacity, boolean inWriting, @Nullable String sheet, @Nullable Boolean options) {
      return lacking(capacity, inWriting, sheet, options, "02T09:00");
    }

    private TreatmentConsent lacking(
        Capacity capacity,
        boolean inWriting,
        @Nullable String sheet,
        @Nullable Boolean options,
        String decided) {
      var c = consent(decided);
      return new TreatmentConsent(
          true,
          c.decidedAt(),
          c.decidedOn(),
          c.consultationDate(),
          capacity,
          capacity == Capacity.NOT_ASSESSED ? null : c.decidedOn(),
          inWriting,
          sheet,
          options);
    }
  }

  @Nested
  class TheInformationSheet {
    @BeforeEach
    void versions() {
      story.rule(
          Rule.INFORMATION_SHEET_OUTDATED,
          new Limit.Sheet("https://sheet.example|1", day(1)),
          new Limit.Sheet("https://sheet.example|2", day(10)),
          new Limit.Sheet("https://leaflet.example|7", day(10)));
    }

    @Test
    void isTheOneThatWasCurrentWhenThePatientDecided() {
      assertThat(decided("09T09:00", "https://sheet.example|1")).isEmpty();
      assertThat(decided("11T09:00", "https://sheet.example|2")).isEmpty();
      assertThat(decided("11T09:00", "https://leaflet.example|7")).isEmpty();
    }

    @Test
    void isOutdatedFromTheDayAfterTheNextBecameCurrent() {
      assertThat(decided("10T23:59", "https://sheet.example|1")).isEmpty();
      assertThat(decided("11T00:00", "https://sheet.example|1"))
          .containsExactly("information-sheet-outdated f2");
    }

    @Test
    void isNoneThatTheJurisdictionDoesNotKnow() {
      assertThat(decided("11T09:00", "https://own.example|1"))
          .containsExactly("information-sheet-outdated f2");
    }

    @Test
    void isNotJudgedBeforeAnyWasCurrentNorFoundTwiceWhereItIsMissing() {
      assertThat(decided("01T09:00", "https://own.example|1")).isEmpty();
      assertThat(decided("11T09:00", null)).containsExactly("information-sheet-missing f2");
    }

    @Test
    void ofACorrectedConsentIsTheCorrectedOne() {
      decided("11T09:00", "https://sheet.example|1");
      story.sayAs("f1", with("11T09:00", "https://sheet.example|2"), null);
      assertThat(findings()).isEmpty();
    }

    private List<String> decided(String when, @Nullable String sheet) {
      story.forgetAll();
      return say(with(when, sheet)).say(dose("20T09:00")).findings();
    }

    private TreatmentConsent with(String when, @Nullable String sheet) {
      var c = consent(when);
      return new TreatmentConsent(
          true,
          c.decidedAt(),
          c.decidedOn(),
          null,
          c.capacity(),
          c.assessedOn(),
          true,
          sheet,
          true);
    }
  }

  @Nested
  class TimeForReflection {
    @Test
    void isCountedFromTheDayOfTheConsultationToTheFirstDose() {
      assertThat(after("2026-03-07")).isEmpty();
      assertThat(after("2026-03-08")).containsExactly("reflection-interval-short f2");
      assertThat(after("2026-03-10")).containsExactly("reflection-interval-short f2");
    }

    @Test
    void isNotJudgedWithoutAConsultation() {
      assertThat(after(null)).isEmpty();
    }

    private List<String> after(@Nullable String consultation) {
      story.forgetAll();
      say(
          new TreatmentConsent(
              true,
              at("10T08:00"),
              day(10),
              consultation == null ? null : LocalDate.parse(consultation),
              Capacity.HAS_CAPACITY,
              day(10),
              true,
              "x|1",
              true));
      return say(dose("10T09:00")).findings();
    }
  }

  @Nested
  class TheIntervalBetweenDoses {
    @Test
    void isShortByAMinuteAndLongEnoughToTheMinute() {
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(say(dose("13T08:59")).findings()).containsExactly("session-interval-short f3");
      story.forget("f3");
      assertThat(say(dose("13T09:00")).findings()).isEmpty();
    }

    @Test
    void inDaysIsOneOfTheCalendar() {
      apply(Period.ofDays(3));
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(say(dose("12T23:59")).findings()).containsExactly("session-interval-short f3");
      story.forget("f3");
      assertThat(say(dose("13T00:00")).findings()).isEmpty();
    }

    @Test
    void isNoneBetweenThePartsOfADoseInOneSession() {
      say(consent("02T09:00")).say(dose("10T09:00", "s", SPRAY, "28"));
      assertThat(say(dose("10T09:05", "s", SPRAY, "28")).findings()).isEmpty();
    }

    @Test
    void isThatToTheDoseBeforeInWhicheverOrderTheyAreSent() {
      say(consent("02T09:00")).say(dose("16T09:00")).say(dose("10T09:00"));
      assertThat(say(dose("14T09:00")).findings()).containsExactly("session-interval-short f2");
    }
  }

  @Nested
  class TheDose {
    @Test
    void mayReachTheLimit() {
      assertThat(of(SPRAY, "84")).isEmpty();
      assertThat(of(SPRAY, "84.0")).isEmpty();
      assertThat(of(SPRAY, "84.01")).containsExactly("dose-above-limit f3");
    }

    @Test
    void isHeldAgainstTheWeight() {
      assertThat(of(DRIP, "40")).isEmpty();
      assertThat(of(DRIP, "40.01")).containsExactly("dose-above-limit f3");
    }

    @Test
    void hasNoLimitBySubstanceOrRouteOfAnother() {
      assertThat(of(new Product("racemic-ketamine", "nose"), "1000")).isEmpty();
      assertThat(of(new Product("esketamine", "vein"), "1000")).isEmpty();
    }

    @Test
    void isNotJudgedPerKilogramWithoutAWeight() {
      say(consent("02T09:00")).say(dose("10T09:00", DRIP, "1000"));
      assertThat(findings()).isEmpty();
    }

    @Test
    void isHeldAgainstTheLastWeightUntilSomeHoursIntoTheSession() {
      say(consent("02T09:00")).say(weight("05T09:00", "80")).say(weight("10T10:00", "60"));
      say(dose("10T09:00", DRIP, "35")).say(weight("11T09:00", "80"));
      assertThat(findings()).containsExactly("dose-above-limit f4");
    }

    @Test
    void isObserved() {
      say(consent("02T09:00")).say(unobserved(dose("10T09:00")));
      assertThat(findings()).containsExactly("administration-not-observed f2");
    }

    private List<String> of(Product product, String mg) {
      story.forgetAll();
      return say(consent("02T09:00"))
          .say(weight("10T08:00", "80"))
          .say(dose("10T09:00", product, mg))
          .findings();
    }
  }

  @Nested
  class TheAccreditation {
    @Test
    void coversItsFirstAndItsLastDayAndNoOther() {
      assertThat(on("02T00:00")).isEmpty();
      assertThat(on("30T23:59")).isEmpty();
      assertThat(on("31T00:00")).containsExactly("accreditation-lapsed f2");
      assertThat(on("01T23:59")).containsExactly("accreditation-lapsed f2");
    }

    @Test
    void withoutEndCovers() {
      assertThat(new Validity(LocalDate.EPOCH, null).covers(LocalDate.MAX)).isTrue();
      assertThat(new Validity(LocalDate.EPOCH, null).covers(LocalDate.EPOCH.minusDays(1)))
          .isFalse();
    }

    private List<String> on(String when) {
      story.forgetAll();
      var c = consent("01T00:00");
      say(
          new TreatmentConsent(
              true,
              c.decidedAt(),
              c.decidedOn(),
              null,
              c.capacity(),
              c.assessedOn(),
              true,
              "x|1",
              true));
      return say(dose(when)).findings();
    }
  }

  @Nested
  class AContraindication {
    private static final String HYPERTENSION = "c|uncontrolled-hypertension";
    private static final String PSYCHOSIS = "c|psychosis";

    @BeforeEach
    void list() {
      story.rule(
          Rule.CONTRAINDICATION_PRESENT,
          new Limit.Contraindication(HYPERTENSION, false),
          new Limit.Contraindication(PSYCHOSIS, true));
      say(consent("02T09:00"));
    }

    @Test
    void isHeldAgainstEachDoseWhileItIsPresent() {
      say(dose("10T09:00")).say(dose("13T09:00")).say(dose("16T09:00"));
      say(new Comorbidity(List.of("other|1", HYPERTENSION), day(11), day(13), false));
      assertThat(findings()).containsExactly("contraindication-present f3");
    }

    @Test
    void countsOnItsFirstAndItsLastDay() {
      say(dose("10T09:00"));
      assertThat(with(HYPERTENSION, 10, 10)).isNotEmpty();
      assertThat(with(HYPERTENSION, 11, 12)).isEmpty();
      assertThat(with(HYPERTENSION, 8, 9)).isEmpty();
    }

    @Test
    void countsAfterItHasEndedWhereTheJurisdictionSaysSo() {
      say(dose("10T09:00"));
      assertThat(with(PSYCHOSIS, 8, 9)).containsExactly("contraindication-present f2");
      assertThat(with(PSYCHOSIS, 11, 12)).isEmpty();
    }

    @Test
    void withoutDatesCountsWhileItIsActive() {
      say(dose("10T09:00"));
      say(new Comorbidity(List.of(HYPERTENSION), null, null, true));
      assertThat(story.evaluation().findings())
          .singleElement()
          .extracting(Finding::detail)
          .isEqualTo("uncontrolled-hypertension");
      story.sayAs("f3", new Comorbidity(List.of(HYPERTENSION), null, null, false), null);
      assertThat(findings()).isEmpty();
    }

    @Test
    void isNoneThatTheJurisdictionDoesNotList() {
      say(dose("10T09:00")).say(new Comorbidity(List.of("c|diabetes"), null, null, true));
      assertThat(findings()).isEmpty();
    }

    private List<String> with(String code, int from, int until) {
      story.sayAs("c", new Comorbidity(List.of(code), day(from), day(until), false), null);
      return findings();
    }
  }

  @Nested
  class TheMonitoring {
    private static final Limit.Measurement BEFORE = new Limit.Measurement("l|bp", "before");
    private static final Limit.Measurement EVER = new Limit.Measurement("l|sat", null);

    @Test
    void isCompleteWithEachMeasurementAtItsTime() {
      apply(Duration.ofDays(3), BEFORE, EVER);
      say(consent("02T09:00")).say(dose("10T09:00", "s", SPRAY, "56"));
      say(measured("s", "before", "x|y", "l|bp")).say(measured("s", "after", "l|sat"));
      assertThat(findings()).isEmpty();
    }

    @Test
    void lacksWhatWasMeasuredAtAnotherTimeOrInAnotherSessionOrNotAtAll() {
      apply(Duration.ofDays(3), BEFORE);
      say(consent("02T09:00")).say(dose("10T09:00", "s", SPRAY, "56"));
      assertThat(findings()).containsExactly("monitoring-incomplete f2");
      say(measured("s", "after", "l|bp")).say(measured("s", null, "l|bp"));
      say(measured("t", "before", "l|bp")).say(measured("s", "before", "other|bp"));
      assertThat(findings()).containsExactly("monitoring-incomplete f2");
      assertThat(say(measured("s", "before", "l|bp")).findings()).isEmpty();
    }

    @Test
    void isToldByWhatIsMissing() {
      apply(Duration.ofDays(3), BEFORE, EVER);
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(story.evaluation().findings())
          .filteredOn(finding -> finding.rule() == Rule.MONITORING_INCOMPLETE)
          .singleElement()
          .extracting(Finding::detail)
          .isEqualTo("bp before, sat");
    }

    @Test
    void isNotJudgedWhileTheDoseIsBeingGiven() {
      apply(Duration.ofDays(3), EVER);
      var d = dose("10T09:00");
      say(consent("02T09:00"));
      say(
          new Administration(
              d.start(), d.day(), d.session(), true, false, d.product(), d.doseMg(), true));
      assertThat(findings()).isEmpty();
    }

    private static Measurement measured(String session, @Nullable String timing, String... codes) {
      return new Measurement(session, List.of(codes), timing);
    }
  }

  @Nested
  class TheSupply {
    @Test
    void mayReachTheLimit() {
      assertThat(say(supply("10T09:00", SPRAY, "100", 10)).findings()).isEmpty();
      story.forgetAll();
      assertThat(say(supply("10T09:00", SPRAY, "100.5", 10)).findings())
          .containsExactly("take-home-above-limit f1");
    }

    @Test
    void isAddedToThoseBeforeItWithinThePeriod() {
      say(supply("01T09:00", SPRAY, "60", 10)).say(supply("10T09:00", SPRAY, "60", 10));
      assertThat(findings()).containsExactly("take-home-above-limit f2");
    }

    @Test
    void isNotAddedToOneAPeriodBefore() {
      assertThat(
              say(supply("01T09:00", SPRAY, "60", 10))
                  .say(supply("29T09:00", SPRAY, "60", 10))
                  .findings())
          .isEmpty();
      story.forgetAll();
      assertThat(
              say(supply("01T09:01", SPRAY, "60", 10))
                  .say(supply("29T09:00", SPRAY, "60", 10))
                  .findings())
          .containsExactly("take-home-above-limit f2");
    }

    @Test
    void countsAloneWhereTheLimitHasNoPeriod() {
      var half = supply("10T09:00", TABLET, "200", 10);
      assertThat(say(half).say(half).findings()).isEmpty();
    }

    @Test
    void hasNoLimitBySubstanceOrRouteOfAnother() {
      say(supply("10T09:00", new Product("esketamine", "mouth"), "900", 10));
      assertThat(findings()).isEmpty();
    }
  }

  @Test
  void everyRuleIsToldWithItsRequirementAndASeverityOfDetectedIssue() {
    assertThat(Rule.values())
        .allSatisfy(
            rule -> {
              assertThat(rule.meaning()).matches(".* \\([RS]\\d+(, [RS]\\d+)*\\)\\.");
              assertThat(rule.severity()).isIn("high", "moderate", "low");
              assertThat(Rule.of(rule.code())).contains(rule);
            });
  }
}
