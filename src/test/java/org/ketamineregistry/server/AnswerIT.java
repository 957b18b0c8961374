package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.MadeCut;

/**
 * Answers to others (R10, R14, R20): over a published cut, protected, and never of the moving
 * present.
 */
@RegistryTest
class AnswerIT {
  private static final String START = "2019-04-01";
  private static final String END = "2019-06-30";
  private static final String WITHHELD = Canonical.extension("withheld");

  private final RegistryUnderTest registry;
  private final CutRound cuts;
  private final MovableClock clock;
  private final TreatedCohort cohort;

  AnswerIT(RegistryUnderTest registry, CutRound cuts, MovableClock clock) {
    this.registry = registry;
    this.cuts = cuts;
    this.clock = clock;
    cohort = new TreatedCohort(registry.jdbc(), "2019-05-06");
  }

  @BeforeEach
  void aCutOfACohort() {
    cohort.with(120, "female").with(80, "male").with(2, "other");
    clock.moveTo(Instant.parse("2027-02-03T12:00:00Z"));
    registry.jdbc().update("DELETE FROM registry.cut");
    cuts.run();
  }

  @AfterEach
  void nobodyIsLeft() {
    cohort.remove();
    registry.jdbc().update("DELETE FROM registry.cut");
    clock.moveBack();
  }

  private static Questions question() {
    return Questions.of(START, END);
  }

  @Test
  void aReportSaysWhatItsFiguresAreAndHowTheyWereProtected() {
    HttpAnswer answer = question().askProtected(registry, "adverse-events");

    assertThat(answer).hasStatus(200);
    assertThat(Questions.status(answer)).isEqualTo("complete");
    assertThat(cut(answer)).isEqualTo("2027-01-04");
    MeasureReport report = Questions.report(answer);
    assertThat(report.getMeasure())
        .isEqualTo(Canonical.BASE + "/Measure/adverse-events|" + Questions.VERSION);
    assertThat(report.getType()).isEqualTo(MeasureReport.MeasureReportType.SUMMARY);
    assertThat(report.getPeriod().getStartElement().getValueAsString()).isEqualTo(START);
    assertThat(report.getPeriod().getEndElement().getValueAsString()).isEqualTo(END);
    var protection = report.getExtensionByUrl(Canonical.extension("answer-protection"));
    assertThat(protection.getExtensionByUrl("cut").getValue().primitiveValue())
        .isEqualTo("2027-01-04");
    assertThat(((PositiveIntType) protection.getExtensionByUrl("threshold").getValue()).getValue())
        .isEqualTo(11);
    assertThat(protection.getExtensionByUrl("overlap").getValue().primitiveValue())
        .isEqualTo("false");
    var group = report.getGroupFirstRep();
    assertThat(group.getPopulation())
        .extracting(population -> population.getCode().getCodingFirstRep().getCode())
        .containsExactly("denominator", "numerator");
    // The noise is bounded by eight times the cap of sessions and of events.
    assertThat(group.getPopulation().get(0).getCount()).isBetween(404 - 96, 404 + 96);
    assertThat(group.getPopulation().get(1).getCount()).isBetween(81 - 40, 81 + 40);
    assertThat(
            group.getPopulation().get(0).getExtensionByUrl(Canonical.extension("noise-variance")))
        .extracting(extension -> extension.getValue().primitiveValue())
        .isEqualTo("576");
    assertThat(group.getMeasureScore().getValue())
        .isBetween(new BigDecimal("0.08"), new BigDecimal("0.4"));
    assertThat(group.getMeasureScore().hasExtension(Canonical.extension("interval-95"))).isTrue();
  }

  /** By HL7's validator and the guide's profile of reports. */
  @Test
  void aReportIsAsTheGuideHasIt() {
    assertIsValid(question().askProtected(registry, "adverse-events"));
    assertIsValid(
        question()
            .narrowedTo("substance", "esketamine")
            .dividedBy("sex")
            .dividedBy("grade")
            .askProtected(registry, "adverse-events"));
    assertIsValid(question().dividedBy("sex").askExact(registry, "adverse-events"));
  }

  private void assertIsValid(HttpAnswer answer) {
    HttpAnswer verdict =
        registry.post(
            "/MeasureReport/$validate",
            FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(Questions.report(answer)));
    assertThat(verdict).hasStatus(200);
    assertThat(verdict.issues()).noneMatch(issue -> issue.severity().equals("error"));
  }

  @Test
  void theSameIsAnsweredTheSameHoweverItIsAsked() {
    Map<String, Integer> divided =
        counts(question().dividedBy("sex").askProtected(registry, "patients-treated"));
    for (int i = 0; i < 3; i++) {
      assertThat(counts(question().dividedBy("sex").askProtected(registry, "patients-treated")))
          .isEqualTo(divided);
    }
    int narrowed =
        Questions.report(
                question().narrowedTo("sex", "female").askProtected(registry, "patients-treated"))
            .getGroupFirstRep()
            .getPopulationFirstRep()
            .getCount();
    assertThat(divided).containsEntry("female", narrowed);
    // All are under esketamine, so that this is the same cell again.
    assertThat(
            counts(
                question()
                    .narrowedTo("substance", "esketamine")
                    .dividedBy("sex")
                    .askProtected(registry, "patients-treated")))
        .isEqualTo(divided);
  }

  @Test
  void aSmallCellIsWithheldAndMarkedAndNeverZero() {
    HttpAnswer answer = question().dividedBy("sex").askProtected(registry, "patients-treated");

    assertThat(Questions.status(answer)).isEqualTo("withheld");
    assertThat(counts(answer)).containsOnlyKeys("female", "male");
    for (String small : List.of("other", "unknown")) {
      var population = stratum(answer, small).getPopulationFirstRep();
      assertThat(population.getCountElement().hasValue()).as(small).isFalse();
      assertThat(population.getExtensionByUrl(WITHHELD).getValue().primitiveValue())
          .isEqualTo("protected");
    }
    assertThat(answer.text()).doesNotContain("\"count\":0");
  }

  @Test
  void aWithdrawalCountsFromTheNextCutOn() {
    HttpAnswer before = question().dividedBy("sex").askProtected(registry, "patients-treated");

    cohort.withdraw(60, "female");
    cuts.run();
    HttpAnswer within = question().dividedBy("sex").askProtected(registry, "patients-treated");
    assertThat(within.text()).isEqualTo(before.text());

    clock.moveTo(Instant.parse("2027-04-06T12:00:00Z"));
    cuts.run();
    HttpAnswer after = question().dividedBy("sex").askProtected(registry, "patients-treated");
    assertThat(cut(after)).isEqualTo("2027-04-05");
    assertThat(counts(after).get("female")).isBetween(52, 68);
    assertThat(counts(after)).containsEntry("male", counts(before).get("male"));
  }

  @Test
  void theStewardSeesExactFiguresOfNow() {
    assertThat(exact("patients-treated")).isEqualTo(202);

    cohort.withdraw(60, "female");

    assertThat(exact("patients-treated")).isEqualTo(142);
    assertThat(exact("sessions")).isEqualTo(284);
  }

  private int exact(String measure) {
    MeasureReport report = Questions.report(question().askExact(registry, measure));
    assertThat(report.hasExtension(Canonical.extension("exact-figures"))).isTrue();
    return report.getGroupFirstRep().getPopulationFirstRep().getCount();
  }

  @Test
  void withoutACutThereAreNoData() {
    registry.jdbc().update("DELETE FROM registry.cut");

    HttpAnswer answer = question().askProtected(registry, "patients-treated");

    assertThat(Questions.status(answer)).isEqualTo("no-data");
    assertThat(answer.resource(Parameters.class).hasParameter("report")).isFalse();
  }

  @Test
  void anotherVersionOfTheGuideIsAMismatch() {
    HttpAnswer answer =
        Questions.by("0.0.1", START, END).askProtected(registry, "patients-treated");

    assertThat(Questions.status(answer)).isEqualTo("version-mismatch");
    assertThat(Questions.words(answer)).contains(Questions.VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-04-01, 2019-06-30, sex, wizard, patients-treated, question-not-published, female",
    "2019-04-01, 2019-06-30, shoe-size, 44, patients-treated, question-not-published, age-band",
    "2019-04-02, 2019-06-30, sex, female, patients-treated, question-not-published, quarter",
    "2027-01-01, 2027-03-31, sex, female, patients-treated, period-not-closed, earlier",
    "2019-04-01, 2019-06-30, sex, female, horoscopes, not-found, indicators",
    "2019-13-01, 2019-06-30, sex, female, patients-treated, invalid-request, period-start"
  })
  void whatIsNotPublishedIsRefusedInWordsThatSayWhatIs(
      String start,
      String end,
      String dimension,
      String band,
      String measure,
      String code,
      String words) {
    HttpAnswer answer =
        registry.post(
            "/Measure/" + measure + "/$evaluate-protected",
            """
            {"resourceType": "Parameters", "parameter": [
              {"name": "period-start", "valueString": "%s"}, {"name": "period-end", "valueDate": "%s"},
              {"name": "guide-version", "valueString": "%s"},
              {"name": "filter", "part": [
                {"name": "dimension", "valueCode": "%s"}, {"name": "band", "valueCode": "%s"}]}]}
            """
                .formatted(start, end, Questions.VERSION, dimension, band));

    assertThat(answer).isRefused(code.equals("not-found") ? 404 : 400).hasOnlyIssue(code);
    assertThat(answer.text()).contains(words);
  }

  @Test
  void aParameterOfOnesOwnIsRefused() {
    assertThat(
            registry.post(
                "/Measure/sessions/$evaluate-protected",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"where\", \"valueString\": \"x\"}]}"))
        .isRefused(400)
        .hasOnlyIssue("invalid-request");
  }

  @Test
  void overTheBudgetNothingIsAnsweredBeforeTheNextCut() {
    question().askProtected(registry, "patients-treated");
    registry
        .jdbc()
        .update(
            """
            INSERT INTO registry.cell_charge (cut, purpose, cell)
            SELECT '2027-01-04', 'national-registry', n::text FROM generate_series(1, 99999) n
            """);

    HttpAnswer beyond = question().askProtected(registry, "sessions");
    HttpAnswer again = question().askProtected(registry, "patients-treated");

    assertThat(Questions.status(beyond)).isEqualTo("disallowed");
    assertThat(Questions.words(beyond)).contains("2027-04-05");
    assertThat(Questions.status(again)).isEqualTo("complete");
  }

  @Test
  void anErasedPersonIsInNoCutAnyMore() {
    Ehr ehr = registry.treating(Ehr.fresh());
    registry.jdbc().update("DELETE FROM registry.cut");
    List<MadeCut> made = cuts.run();
    String copy = made.get(0).copy();
    Integer number =
        registry
            .jdbc()
            .queryForObject(
                "SELECT person FROM " + copy + ".person_known WHERE person_key = ?",
                Integer.class,
                ehr.registryPseudonym());
    String patients = "SELECT count(*) FROM " + copy + ".subject WHERE person = ?";
    assertThat(registry.jdbc().queryForObject(patients, Long.class, number)).isPositive();

    assertThat(
            registry.post(
                "/Patient/$erase",
                """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "person", "valueIdentifier": {
                    "system": "https://ketamine-registry.example/fhir/sid/registry-pseudonym", "value": "%s"}},
                  {"name": "reason", "valueCode": "objection"},
                  {"name": "request", "valueIdentifier": {"system": "https://registry.example/files", "value": "E-18"}}]}
                """
                    .formatted(ehr.registryPseudonym())))
        .hasStatus(200);

    assertThat(registry.jdbc().queryForObject(patients, Long.class, number)).isZero();
    assertThat(new Traces(registry.jdbc()).of(List.of(ehr.registryPseudonym()))).isEmpty();
  }

  @Test
  void theAuditHasTheDimensionsAndNoBand() {
    question()
        .narrowedTo("sex", "female")
        .dividedBy("age-band")
        .askProtected(registry, "patients-treated");

    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT a::text FROM registry.audit a WHERE interaction = '$evaluate-protected'"
                        + " AND status = 200 ORDER BY number DESC LIMIT 1",
                    String.class))
        .contains("age-band", "sex", "Measure/patients-treated")
        .doesNotContain("female");
  }

  private static String cut(HttpAnswer answer) {
    return LocalDate.parse(
            answer.resource(Parameters.class).getParameter("cut").getValue().primitiveValue())
        .toString();
  }

  /** The counts that are shown, by band. */
  private static Map<String, Integer> counts(HttpAnswer answer) {
    Map<String, Integer> counts = new TreeMap<>();
    stratifier(answer)
        .getStratum()
        .forEach(
            stratum -> {
              if (stratum.getPopulationFirstRep().getCountElement().hasValue()) {
                counts.put(
                    stratum.getValue().getCodingFirstRep().getCode(),
                    stratum.getPopulationFirstRep().getCount());
              }
            });
    return counts;
  }

  private static MeasureReport.StratifierGroupComponent stratum(HttpAnswer answer, String band) {
    return stratifier(answer).getStratum().stream()
        .filter(stratum -> stratum.getValue().getCodingFirstRep().getCode().equals(band))
        .findFirst()
        .orElseThrow();
  }

  private static MeasureReportGroupStratifierComponent stratifier(HttpAnswer answer) {
    return Questions.report(answer).getGroupFirstRep().getStratifierFirstRep();
  }
}
