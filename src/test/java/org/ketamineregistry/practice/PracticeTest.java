package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Measurement;
import org.ketamineregistry.practice.Fact.TakeHome;
import org.ketamineregistry.practice.Fact.TreatmentConsent;
import org.ketamineregistry.practice.Fact.Validity;
import org.ketamineregistry.practice.Fact.Weight;
import org.ketamineregistry.practice.RuleSet.DoseLimit;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.practice.RuleSet.QuantityLimit;
import org.ketamineregistry.practice.RuleSet.RequiredMeasurement;

class PracticeTest {
  private static final Validity ACCREDITED =
      new Validity(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-30"));

  private final List<CaseFile.Known> facts = new ArrayList<>();
  private boolean written = true;
  private TemporalAmount interval = Duration.ofDays(3);
  private List<RequiredMeasurement> required = List.of();

  /** A moment of March 2026. */
  private static Instant at(String dayAndTime) {
    return Instant.parse("2026-03-" + dayAndTime + ":00Z");
  }

  private PracticeTest say(Fact fact) {
    facts.add(new CaseFile.Known("f" + (facts.size() + 1), fact));
    return this;
  }

  private static TreatmentConsent consent(String when) {
    return new TreatmentConsent(
        true,
        at(when),
        LocalDate.parse("2026-03-01"),
        Capacity.HAS_CAPACITY,
        true,
        "https://sheet.example|1",
        true);
  }

  private static Administration dose(String when) {
    return dose(when, "esketamine", "nose", "56", true);
  }

  private static Administration dose(
      String when, String substance, String route, String mg, boolean observed) {
    return dose(when, "s", false, substance, route, mg, observed);
  }

  private static Administration dose(
      String when,
      String session,
      boolean ongoing,
      String substance,
      String route,
      String mg,
      boolean observed) {
    return new Administration(
        at(when),
        LocalDate.ofInstant(at(when), ZoneOffset.UTC),
        session,
        ongoing,
        substance,
        route,
        new BigDecimal(mg),
        observed);
  }

  private static Weight weight(String when, String kg) {
    return new Weight(at(when), new BigDecimal(kg));
  }

  private static TakeHome supply(String when, String mg) {
    return new TakeHome(at(when), "esketamine", "nose", new BigDecimal(mg), BigDecimal.TEN);
  }

  /** Findings as rule and the fact's number, for example {@code dose-above-limit f2}. */
  private List<String> findings() {
    return findings(Arrays.stream(Rule.values()).toList());
  }

  private List<String> findings(List<Rule> rules) {
    return evaluated(rules).stream()
        .map(finding -> finding.rule().code() + " " + finding.subject())
        .toList();
  }

  private List<Finding> evaluated(List<Rule> rules) {
    var limits =
        new Limits(
            List.of(
                new DoseLimit("esketamine", "nose", new BigDecimal("84"), false),
                new DoseLimit("racemic-ketamine", "vein", new BigDecimal("0.5"), true)),
            interval,
            List.of(
                new QuantityLimit("esketamine", "nose", new BigDecimal("100"), Duration.ofDays(28)),
                new QuantityLimit("racemic-ketamine", "mouth", new BigDecimal("300"), null)),
            required);
    var set =
        new RuleSet(
            "https://rules.example|1",
            "XX",
            LocalDate.EPOCH,
            null,
            LawfulBasis.OPT_OUT,
            written,
            rules.stream().collect(Collectors.toMap(rule -> rule, rule -> limits)));
    var clinic = new Fact.Clinic(List.of(ACCREDITED));
    return Practice.evaluate(set, new CaseFile(facts, clinic));
  }

  @Test
  void goodPracticeHasNoFindings() {
    say(consent("02T09:00")).say(dose("10T09:00")).say(dose("13T09:00"));
    assertThat(findings()).isEmpty();
  }

  @Test
  void aRuleThatTheJurisdictionDoesNotHaveFindsNothing() {
    say(dose("01T09:00", "esketamine", "nose", "1000", false)).say(supply("01T09:00", "1000"));
    assertThat(findings(List.of())).isEmpty();
    assertThat(findings()).hasSizeGreaterThan(3);
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
      facts.clear();
      assertThat(say(dose("10T09:00")).say(consent("10T09:00")).findings()).isEmpty();
    }

    @Test
    void thatIsWithdrawnDoesNotCover() {
      var c = consent("02T09:00");
      say(
          new TreatmentConsent(
              false,
              c.decidedAt(),
              c.consultationDate(),
              c.capacity(),
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
      written = false;
      assertThat(with(lacking(Capacity.HAS_CAPACITY, false, "x|1", true))).isEmpty();
    }

    private List<String> with(TreatmentConsent consent) {
      facts.clear();
      return say(consent).say(dose("10T09:00")).findings();
    }

    private TreatmentConsent lacking(
        Capacity capacity, boolean inWriting, @Nullable String sheet, @Nullable Boolean options) {
      return new TreatmentConsent(
          true, at("02T09:00"), LocalDate.parse("2026-03-01"), capacity, inWriting, sheet, options);
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
      facts.clear();
      say(
          new TreatmentConsent(
              true,
              at("10T08:00"),
              consultation == null ? null : LocalDate.parse(consultation),
              Capacity.HAS_CAPACITY,
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
      facts.remove(2);
      assertThat(say(dose("13T09:00")).findings()).isEmpty();
    }

    @Test
    void inDaysIsOneOfTheCalendar() {
      interval = Period.ofDays(3);
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(say(dose("12T23:59")).findings()).containsExactly("session-interval-short f3");
      facts.remove(2);
      assertThat(say(dose("13T00:00")).findings()).isEmpty();
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
      assertThat(of("esketamine", "nose", "84")).isEmpty();
      assertThat(of("esketamine", "nose", "84.0")).isEmpty();
      assertThat(of("esketamine", "nose", "84.01")).containsExactly("dose-above-limit f3");
    }

    @Test
    void isHeldAgainstTheWeight() {
      assertThat(of("racemic-ketamine", "vein", "40")).isEmpty();
      assertThat(of("racemic-ketamine", "vein", "40.01")).containsExactly("dose-above-limit f3");
    }

    @Test
    void hasNoLimitBySubstanceOrRouteOfAnother() {
      assertThat(of("racemic-ketamine", "nose", "1000")).isEmpty();
      assertThat(of("esketamine", "vein", "1000")).isEmpty();
    }

    @Test
    void isNotJudgedPerKilogramWithoutAWeight() {
      say(consent("02T09:00")).say(dose("10T09:00", "racemic-ketamine", "vein", "1000", true));
      assertThat(findings()).isEmpty();
    }

    @Test
    void isHeldAgainstTheLastWeightUntilSomeHoursIntoTheSession() {
      say(consent("02T09:00")).say(weight("05T09:00", "80")).say(weight("10T10:00", "60"));
      say(dose("10T09:00", "racemic-ketamine", "vein", "35", true)).say(weight("11T09:00", "80"));
      assertThat(findings()).containsExactly("dose-above-limit f4");
    }

    @Test
    void isObserved() {
      say(consent("02T09:00")).say(dose("10T09:00", "esketamine", "nose", "56", false));
      assertThat(findings()).containsExactly("administration-not-observed f2");
    }

    private List<String> of(String substance, String route, String mg) {
      facts.clear();
      return say(consent("02T09:00"))
          .say(weight("10T08:00", "80"))
          .say(dose("10T09:00", substance, route, mg, true))
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
      facts.clear();
      say(
          new TreatmentConsent(
              true, at("01T00:00"), null, Capacity.HAS_CAPACITY, true, "x|1", true));
      return say(dose(when)).findings();
    }
  }

  @Nested
  class TheMonitoring {
    private static final RequiredMeasurement BEFORE = new RequiredMeasurement("l|bp", "before");
    private static final RequiredMeasurement EVER = new RequiredMeasurement("l|sat", null);

    @Test
    void isCompleteWithEachMeasurementAtItsTime() {
      required = List.of(BEFORE, EVER);
      say(consent("02T09:00")).say(dose("10T09:00"));
      say(measured("s", "before", "x|y", "l|bp")).say(measured("s", "after", "l|sat"));
      assertThat(findings()).isEmpty();
    }

    @Test
    void lacksWhatWasMeasuredAtAnotherTimeOrInAnotherSessionOrNotAtAll() {
      required = List.of(BEFORE);
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(findings()).containsExactly("monitoring-incomplete f2");
      say(measured("s", "after", "l|bp")).say(measured("s", null, "l|bp"));
      say(measured("t", "before", "l|bp")).say(measured("s", "before", "other|bp"));
      assertThat(findings()).containsExactly("monitoring-incomplete f2");
      assertThat(say(measured("s", "before", "l|bp")).findings()).isEmpty();
    }

    @Test
    void isToldByWhatIsMissing() {
      required = List.of(BEFORE, EVER);
      say(consent("02T09:00")).say(dose("10T09:00"));
      assertThat(evaluated(List.of(Rule.MONITORING_INCOMPLETE)))
          .singleElement()
          .extracting(Finding::detail)
          .isEqualTo("bp before, sat");
    }

    @Test
    void isNotJudgedWhileTheDoseIsBeingGiven() {
      required = List.of(EVER);
      say(consent("02T09:00")).say(dose("10T09:00", "s", true, "esketamine", "nose", "56", true));
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
      assertThat(say(supply("10T09:00", "100")).findings()).isEmpty();
      facts.clear();
      assertThat(say(supply("10T09:00", "100.5")).findings())
          .containsExactly("take-home-above-limit f1");
    }

    @Test
    void isAddedToThoseBeforeItWithinThePeriod() {
      say(supply("01T09:00", "60")).say(supply("10T09:00", "60"));
      assertThat(findings()).containsExactly("take-home-above-limit f2");
    }

    @Test
    void isNotAddedToOneAPeriodBefore() {
      assertThat(say(supply("01T09:00", "60")).say(supply("29T09:00", "60")).findings()).isEmpty();
      facts.clear();
      assertThat(say(supply("01T09:01", "60")).say(supply("29T09:00", "60")).findings())
          .containsExactly("take-home-above-limit f2");
    }

    @Test
    void countsAloneWhereTheLimitHasNoPeriod() {
      var half =
          new TakeHome(
              at("10T09:00"), "racemic-ketamine", "mouth", new BigDecimal("200"), BigDecimal.TEN);
      assertThat(say(half).say(half).findings()).isEmpty();
    }

    @Test
    void hasNoLimitBySubstanceOrRouteOfAnother() {
      say(
          new TakeHome(
              at("10T09:00"), "esketamine", "mouth", new BigDecimal("900"), BigDecimal.TEN));
      assertThat(findings()).isEmpty();
    }
  }

  @Test
  void everyRuleIsToldWithItsRequirementAndASeverityOfDetectedIssue() {
    assertThat(Rule.values())
        .allSatisfy(
            rule -> {
              assertThat(rule.meaning()).matches(".* \\(R\\d+(, R\\d+)*\\)\\.");
              assertThat(rule.severity()).isIn("high", "moderate", "low");
              assertThat(Rule.of(rule.code())).contains(rule);
            });
  }
}
