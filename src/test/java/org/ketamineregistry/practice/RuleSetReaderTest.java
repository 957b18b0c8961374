package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSet.Limits;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

class RuleSetReaderTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");
  private static final String INTRAVENOUS = "47625008";
  private static final String NASAL = "46713006";
  private static final String INSTRUMENT = Canonical.codeSystem("instrument-cs") + "|";

  private static RuleSet of(String jurisdiction) {
    return RuleSetReader.inForce(GuideDefinitions.get().guide(), jurisdiction, DAY);
  }

  private static List<Limit> all(RuleSet rules, Rule rule) {
    return limits(rules, rule).all();
  }

  private static Limits limits(RuleSet rules, Rule rule) {
    return Objects.requireNonNull(rules.rules().get(rule));
  }

  @ParameterizedTest
  @CsvSource({"XX, OPT_OUT, true, PT24H", "GB, STATUTORY, true, P7D", "DE, OPT_IN, false, PT24H"})
  void aJurisdictionHasItsBasisAndItsIntervals(
      String jurisdiction, LawfulBasis basis, boolean written, String toReflect) {
    RuleSet rules = of(jurisdiction);
    assertThat(rules.jurisdiction()).isEqualTo(jurisdiction);
    assertThat(rules.canonical()).matches(Canonical.BASE + "/PlanDefinition/[a-z-]+\\|1\\.1\\.0");
    assertThat(rules.lawfulBasis()).isEqualTo(basis);
    assertThat(rules.writtenConsent()).isEqualTo(written);
    assertThat(all(rules, Rule.REFLECTION_INTERVAL_SHORT))
        .singleElement()
        .satisfies(limit -> assertThat(((Limit.Shortest) limit).least()).hasToString(toReflect));
    assertThat(all(rules, Rule.SESSION_INTERVAL_SHORT))
        .containsExactly(new Limit.Shortest(Period.ofDays(3)));
  }

  @Test
  void limitsAreReadWithTheirUnits() {
    RuleSet rules = of("GB");
    assertThat(all(rules, Rule.DOSE_ABOVE_LIMIT))
        .contains(
            new Limit.Dose(
                new Product("racemic-ketamine", INTRAVENOUS), new BigDecimal("0.75"), true),
            new Limit.Dose(new Product("esketamine", NASAL), new BigDecimal("84"), false));
    assertThat(all(rules, Rule.TAKE_HOME_ABOVE_LIMIT))
        .contains(
            new Limit.Quantity(
                new Product("racemic-ketamine", NASAL),
                new BigDecimal("300"),
                Duration.ofDays(28)));
  }

  @Test
  void requiredMeasurementsAreReadWithTheirTimes() {
    assertThat(all(of("GB"), Rule.MONITORING_INCOMPLETE))
        .contains(
            new Limit.Measurement("http://loinc.org|85354-9", "during"),
            new Limit.Measurement("http://loinc.org|2708-6", null));
  }

  @Test
  void writtenConsentIsARuleOnlyWhereItIsNeeded() {
    assertThat(of("GB").rules()).containsKey(Rule.CONSENT_NOT_WRITTEN);
    assertThat(of("DE").rules()).doesNotContainKey(Rule.CONSENT_NOT_WRITTEN);
  }

  @Test
  void limitsOfWhatIsDueAreReadWithTheirDays() {
    RuleSet rules = of("XX");
    assertThat(all(rules, Rule.REVIEW_OVERDUE)).containsExactly(new Limit.Longest(90));
    assertThat(limits(rules, Rule.REVIEW_OVERDUE).appliesFrom()).isEqualTo("2026-07-01");
    assertThat(limits(rules, Rule.COURSE_LONG).appliesFrom()).isNull();
    assertThat(all(rules, Rule.SUICIDALITY_FOLLOW_UP_OVERDUE))
        .contains(
            new Limit.Longest(7),
            new Limit.Response(INSTRUMENT + "madrs-total", BigDecimal.valueOf(50)))
        .hasSize(5);
    assertThat(all(rules, Rule.FOLLOW_UP_MISSING))
        .hasSize(5)
        .contains(
            new Limit.FollowUp(
                730, 60, List.of(INSTRUMENT + "icsi-total", INSTRUMENT + "icpi-total")));
    assertThat(all(rules, Rule.EVENT_REPORTED_LATE))
        .containsExactlyInAnyOrder(
            new Limit.Deadline(Seriousness.FATAL_OR_LIFE_THREATENING, 7),
            new Limit.Deadline(Seriousness.SERIOUS, 15),
            new Limit.Deadline(Seriousness.NON_SERIOUS, 90));
  }

  @Test
  void limitsOfFrequencyAndRiseAreReadWithSubstanceAndRoute() {
    RuleSet rules = of("XX");
    var spray = new Product("esketamine", NASAL);
    assertThat(all(rules, Rule.DOSING_FREQUENCY_HIGH)).contains(new Limit.Frequency(spray, 4, 14));
    assertThat(all(rules, Rule.DOSE_ESCALATING))
        .contains(new Limit.Rise(spray, BigDecimal.valueOf(200)));
    assertThat(all(rules, Rule.STAY_SHORT))
        .containsExactly(new Limit.Shortest(Duration.ofHours(2)));
  }

  @Test
  void contraindicationsAndSheetsAreRead() {
    RuleSet rules = of("GB");
    String comorbidity = Canonical.codeSystem("comorbidity-cs") + "|";
    assertThat(all(rules, Rule.CONTRAINDICATION_PRESENT))
        .contains(
            new Limit.Contraindication(comorbidity + "uncontrolled-hypertension", false),
            new Limit.Contraindication(comorbidity + "psychosis", true));
    assertThat(all(rules, Rule.INFORMATION_SHEET_OUTDATED))
        .containsExactly(
            new Limit.Sheet(
                Canonical.BASE + "/Library/patient-information-sheet|1.0.0",
                LocalDate.parse("2020-01-01")),
            new Limit.Sheet(
                Canonical.BASE + "/Library/patient-information-sheet|1.1.0",
                LocalDate.parse("2026-12-01")));
  }

  @Test
  void theDemonstrationHasEveryRule() {
    assertThat(of("XX").rules()).containsOnlyKeys(Rule.values());
  }

  @Test
  void everyRuleOfTheGuideIsOneThatTheRegistryKnows() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::code))
        .containsExactlyInAnyOrderElementsOf(
            GuideDefinitions.get().guide().of(CodeSystem.class).stream()
                .filter(system -> system.getUrl().equals(Canonical.codeSystem("practice-rule-cs")))
                .flatMap(system -> system.getConcept().stream())
                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                .toList());
  }

  @Test
  void noRulesAreInForceElsewhereOrBefore() {
    assertThatThrownBy(() -> of("FR"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FR");
    assertThatThrownBy(
            () ->
                RuleSetReader.inForce(
                    GuideDefinitions.get().guide(), "GB", LocalDate.parse("2019-12-31")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(of("GB").effectiveOn(LocalDate.parse("2020-01-01"))).isTrue();
  }
}
