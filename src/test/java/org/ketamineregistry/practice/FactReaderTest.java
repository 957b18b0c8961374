package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.profiles.Canonical;

/** What the rules learn of a resource. */
class FactReaderTest {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private static Draft example(String name) {
    return Draft.of(Ehr.file(name));
  }

  private static Optional<Fact> read(Draft draft, String profile) {
    var resource = (Resource) FHIR.newJsonParser().parseResource(draft.text());
    return FactReader.read(
        resource,
        Canonical.profile(profile),
        Map.of("EpisodeOfCare/course-gb-1", "EpisodeOfCare/7"));
  }

  private static Fact.TreatmentConsent treatment(Draft consent) {
    return (Fact.TreatmentConsent) read(consent, "ketamine-treatment-consent").orElseThrow();
  }

  @Nested
  class ASession {
    private final Draft session = example("Encounter-session-gb-1");

    @Test
    void saysItsCourseAndWhenItEndedByTheClockOfTheClinic() {
      assertThat(read(session, "ketamine-session"))
          .contains(
              new Fact.Session(
                  LocalDate.parse("2026-09-14"),
                  "7",
                  Instant.parse("2026-09-14T11:05:00Z"),
                  Instant.parse("2026-09-14T23:00:00Z"),
                  true));
    }

    @Test
    void isNotWholeWhileItGoesOn() {
      Fact fact =
          read(session.withText("/status", "in-progress"), "ketamine-session").orElseThrow();
      assertThat(fact.whole()).isFalse();
      assertThat(read(session, "ketamine-session").orElseThrow().whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"planned", "cancelled", "entered-in-error"})
    void thatWasNotHeldSaysNothing(String status) {
      assertThat(read(session.withText("/status", status), "ketamine-session")).isEmpty();
    }

    @Test
    void isAReviewByItsProfile() {
      assertThat(read(session, "prescriber-review"))
          .contains(new Fact.PrescriberReview(LocalDate.parse("2026-09-14"), List.of("7")));
    }
  }

  @Test
  void aCourseGoesOnByItsStatus() {
    Draft course = example("EpisodeOfCare-course-gb-1");
    var start = LocalDate.parse("2026-09-07");
    assertThat(read(course, "ketamine-treatment-course")).contains(new Fact.Course(start, true));
    assertThat(read(course.withText("/status", "finished"), "ketamine-treatment-course"))
        .contains(new Fact.Course(start, false));
    assertThat(read(course.withText("/status", "entered-in-error"), "ketamine-treatment-course"))
        .isEmpty();
  }

  @Test
  void aLawfulRepresentativeHasTheCapacityThatThePatientLacks() {
    Draft guardians = example("Consent-treatment-consent-de-3");
    Draft patients =
        guardians.replacing("StructureDefinition/representative", "StructureDefinition/none");

    assertThat(treatment(guardians).capacity()).isEqualTo(Fact.Capacity.HAS_CAPACITY);
    assertThat(treatment(patients).capacity()).isEqualTo(Fact.Capacity.LACKS_CAPACITY);
  }

  @Test
  void aConsentSaysOnWhichDaysItWasDecidedAndCapacityAssessed() {
    Fact.TreatmentConsent consent = treatment(example("Consent-treatment-consent-gb-1"));
    assertThat(consent.decidedOn()).isEqualTo("2026-09-07");
    assertThat(consent.assessedOn()).isEqualTo("2026-09-07");
  }

  @Nested
  class AnAdverseEvent {
    private final Draft event = example("AdverseEvent-adverse-event-de-1");

    private Fact.Event event(Draft draft) {
      return (Fact.Event) read(draft, "ketamine-adverse-event").orElseThrow();
    }

    @Test
    void isOfTheClassThatItsCriteriaGive() {
      String criterion = "/extension/0/valueCodeableConcept/coding/0/code";
      assertThat(event(event).seriousness()).isEqualTo(Seriousness.SERIOUS);
      assertThat(event(event.withText(criterion, "C84266")).seriousness())
          .isEqualTo(Seriousness.FATAL_OR_LIFE_THREATENING);
      assertThat(event(event.withText(criterion, "C48275")))
          .matches(Fact.Event::fatal)
          .extracting(Fact.Event::seriousness)
          .isEqualTo(Seriousness.FATAL_OR_LIFE_THREATENING);
      assertThat(event(example("AdverseEvent-adverse-event-gb-1")).seriousness())
          .isEqualTo(Seriousness.NON_SERIOUS);
    }

    @Test
    void isNoneWhenItWasNullified() {
      assertThat(read(example("AdverseEvent-adverse-event-gb-4"), "ketamine-adverse-event"))
          .isEmpty();
    }

    @Test
    void isFatalByItsOutcomeToo() {
      assertThat(event(event).fatal()).isFalse();
      assertThat(event(event.withText("/outcome/coding/0/code", "fatal")).fatal()).isTrue();
    }

    @Test
    void isKnownFromTheDayOfAwareness() {
      assertThat(event(event.withText("/detected", "2026-10-08T23:00:00+02:00")))
          .matches(fact -> fact.awareOn().equals(LocalDate.parse("2026-10-08")))
          .matches(fact -> fact.dayOver().equals(Instant.parse("2026-10-08T22:00:00Z")));
    }

    @Test
    void isKnownFromTheDayOfTheEventWhereAwarenessIsNotRecorded() {
      assertThat(event(event.without("/detected")).awareOn()).isEqualTo("2026-10-05");
    }

    /** A day without a place is over when it is over everywhere. */
    @ParameterizedTest
    @CsvSource({
      "2026-10-08, 2026-10-08, 2026-10-09T12:00:00Z",
      "2026-10, 2026-10-31, 2026-11-01T12:00:00Z",
      "2026, 2026-12-31, 2027-01-01T12:00:00Z"
    })
    void isKnownFromTheLastDayThatAPartialDateCanMean(String date, LocalDate day, Instant over) {
      Fact.Event fact = event(event.withText("/detected", date));
      assertThat(fact.awareOn()).isEqualTo(day);
      assertThat(fact.dayOver()).isEqualTo(over);
    }
  }

  @Nested
  class AnAssessment {
    private final Draft score = example("Observation-madrs-next-day-gb-1");

    @Test
    void saysItsScoreAndTheTimeThatItSpeaksOf() {
      var fact = (Fact.Assessment) read(score, "depression-score").orElseThrow();
      assertThat(fact.codes())
          .containsExactly(Canonical.codeSystem("instrument-cs") + "|madrs-total");
      assertThat(fact.score()).isEqualTo(score.node().at("/valueInteger").asInt());
      assertThat(fact.recall()).isEqualTo(Duration.ofHours(24));
      assertThat(fact.day()).isEqualTo(score.string("/effectiveDateTime").substring(0, 10));
    }

    @ParameterizedTest
    @CsvSource({
      "suicidality-before-gb-1, suicidality-assessment",
      "craving-before-gb-1, craving-score",
      "alanine-aminotransferase-gb-1, liver-function-result",
      "urine-ketamine-gb-1, urine-drug-screen"
    })
    void isWhateverIsNoMeasurementOfASession(String example, String profile) {
      assertThat(read(example("Observation-" + example), profile))
          .get()
          .isInstanceOf(Fact.Assessment.class);
    }

    @Test
    void isNotWhatIsMeasuredAroundADose() {
      assertThat(
              read(
                  example("Observation-psychotomimetic-during-gb-1"),
                  "ketamine-psychotomimetic-score"))
          .contains(
              new Fact.Measurement(
                  "session-gb-1",
                  List.of(Canonical.codeSystem("instrument-cs") + "|bprs-positive-0-6"),
                  "during"));
    }

    @Test
    void mayHaveNoScore() {
      Draft without = score.without("/valueInteger").without("/extension");
      var fact = (Fact.Assessment) read(without, "suicidality-assessment").orElseThrow();
      assertThat(fact.score()).isNull();
      assertThat(fact.recall()).isNull();
    }

    @Test
    void thatWasAMistakeSaysNothing() {
      assertThat(read(score.withText("/status", "entered-in-error"), "depression-score")).isEmpty();
    }
  }

  @Nested
  class ASupply {
    private final Draft supply = example("MedicationDispense-supply-gb-1");
    private final String repeat = "/dosageInstruction/0/timing";

    private @Nullable BigDecimal dosesADay(Draft draft) {
      var fact = (Fact.TakeHome) read(draft, "ketamine-take-home-supply").orElseThrow();
      return fact.dosesADay();
    }

    @Test
    void sufficesForItsQuantityOverTheDoseAndTheDays() {
      assertThat(dosesADay(supply)).isEqualByComparingTo("1");
      assertThat(dosesADay(supply.with("/quantity/value", "600"))).isEqualByComparingTo("2");
    }

    @Test
    void isMeantAsItsInstructionSays() {
      Draft every4h =
          supply.with(repeat, "{\"repeat\":{\"frequency\":1,\"period\":4,\"periodUnit\":\"h\"}}");
      assertThat(dosesADay(every4h)).isEqualByComparingTo("6");
      Draft twiceAWeek =
          supply.with(repeat, "{\"repeat\":{\"frequency\":2,\"period\":1,\"periodUnit\":\"wk\"}}");
      assertThat(dosesADay(twiceAWeek)).as("more was supplied").isEqualByComparingTo("1");
      Draft byCode = supply.with(repeat, "{\"code\":{\"coding\":[{\"code\":\"TID\"}]}}");
      assertThat(dosesADay(byCode)).isEqualByComparingTo("3");
      Draft byTime =
          supply.with(repeat, "{\"repeat\":{\"timeOfDay\":[\"08:00:00\",\"20:00:00\"]}}");
      assertThat(dosesADay(byTime)).isEqualByComparingTo("2");
    }

    @Test
    void mayNotSayIt() {
      assertThat(dosesADay(supply.without("/dosageInstruction/0/doseAndRate"))).isNull();
    }
  }

  @Nested
  class ACondition {
    private final Draft condition =
        Draft.of(
            """
            {"resourceType":"Condition",
             "clinicalStatus":{"coding":[{"code":"active"}]},
             "verificationStatus":{"coding":[{"code":"confirmed"}]},
             "code":{"coding":[{"system":"c","code":"psychosis"}]},
             "onsetDateTime":"2019","abatementDateTime":"2020-02","recordedDate":"2026-09-01"}
            """);

    @Test
    void lastsAsLongAsItsDatesCanMean() {
      assertThat(read(condition, "ketamine-comorbidity"))
          .contains(
              new Fact.Comorbidity(
                  List.of("c|psychosis"),
                  LocalDate.parse("2019-01-01"),
                  LocalDate.parse("2020-02-29"),
                  true));
    }

    @Test
    void countsFromTheDayOnWhichItWasRecordedWhereItsBeginIsNot() {
      Draft draft = condition.without("/onsetDateTime").without("/abatementDateTime");
      assertThat(
              read(
                  draft.withText("/clinicalStatus/coding/0/code", "resolved"),
                  "ketamine-comorbidity"))
          .contains(
              new Fact.Comorbidity(
                  List.of("c|psychosis"), LocalDate.parse("2026-09-01"), null, false));
    }

    @ParameterizedTest
    @CsvSource({"refuted", "entered-in-error"})
    void thatIsNotSoSaysNothing(String status) {
      assertThat(
              read(
                  condition.withText("/verificationStatus/coding/0/code", status),
                  "ketamine-comorbidity"))
          .isEmpty();
    }
  }

  @Test
  void aPatientSaysNothingButThatHeHasDied() {
    Draft patient = example("Patient-patient-gb-1");
    assertThat(read(patient, "ketamine-patient")).isEmpty();
    assertThat(read(patient.with("/deceasedBoolean", "false"), "ketamine-patient")).isEmpty();
    assertThat(read(patient.with("/deceasedBoolean", "true"), "ketamine-patient"))
        .contains(new Fact.Death());
    assertThat(read(patient.withText("/deceasedDateTime", "2026-10"), "ketamine-patient"))
        .contains(new Fact.Death());
  }
}
