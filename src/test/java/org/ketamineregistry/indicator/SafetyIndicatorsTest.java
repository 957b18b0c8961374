package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Adverse events, stopped administrations and blood pressure, counted by hand. */
class SafetyIndicatorsTest {
  private final CaseNotes notes =
      CaseNotes.ofAPatient()
          .course("course")
          .treated("june", "course", "2026-06-29T10:00:00+01:00", 35)
          .treated("july", "course", "2026-07-06T10:00:00+01:00", 35);

  @Test
  void anEventBelongsToTheSessionThatItNames() {
    notes
        .event("of-june", "vertigo", "2026-07-06T12:00:00+01:00", false)
        .of("of-june", "june")
        .event("of-july", "vertigo", "2026-07-06T12:00:00+01:00", false)
        .of("of-july", "july");
    assertThat(events()).containsExactly("of-july");
  }

  @Test
  void anEventWithoutASessionBelongsToTheLastOneBefore() {
    notes
        .event("before", "vertigo", "2026-06-28T10:00:00+01:00", false)
        .event("after-june", "vertigo", "2026-07-06T09:59:59+01:00", false)
        .event("at-july", "vertigo", "2026-07-06T10:00:00+01:00", false)
        .event("long-after", "urinary-symptoms", "2026-12-01T10:00:00+00:00", false)
        .event("day-alone", "vertigo", "2026-07-06", false);
    assertThat(events()).containsExactly("at-july", "day-alone", "long-after");
  }

  @Test
  void anEventKnowsItsTermGradeAndTime() {
    notes
        .event("acute", "vertigo", "2026-07-06T10:20:00+01:00", false)
        .grade("acute", "C41339")
        .event("next-day", "vertigo", "2026-07-07T10:00:00+01:00", false)
        .event("day-alone", "vertigo", "2026-07-08", false);
    assertThat(dimension("Event Term", "acute")).isEqualTo("vertigo");
    assertThat(dimension("Grade", "acute")).isEqualTo("C41339");
    assertThat(dimension("Grade", "next-day")).isEqualTo("unknown");
    assertThat(dimension("Time Since Session", "acute")).isEqualTo("under-20-hours");
    assertThat(dimension("Time Since Session", "next-day")).isEqualTo("24-hours");
    assertThat(dimension("Time Since Session", "day-alone")).isEqualTo("unknown");
    assertThat(dimension("Route", "acute")).isEqualTo(CaseNotes.INTRAVENOUS);
    assertThat(dimension("Sessions So Far", "acute")).isEqualTo("2-6");
  }

  @Test
  void anEventCodedInMeddraAloneIsNotListed() {
    notes.event("meddra", "vertigo", "2026-07-06T10:20:00+01:00", false);
    ((AdverseEvent) notes.record("meddra"))
        .getEvent()
        .getCodingFirstRep()
        .setSystem("https://www.meddra.org")
        .setCode("10047340");
    assertThat(events()).containsExactly("meddra");
    assertThat(dimension("Event Term", "meddra")).isEqualTo("not-listed");
  }

  @Test
  void aSeriousEventIsOneThatIsCalledSo() {
    notes
        .event("serious", "loss-of-consciousness", "2026-07-06T10:20:00+01:00", true)
        .event("not-serious", "vertigo", "2026-07-06T10:20:00+01:00", false);
    assertThat(indicators().ids("Serious Adverse Events")).containsExactly("serious");
    assertThat(events()).hasSize(2);
  }

  @Test
  void anEventWhoseReportWasTakenBackDoesNotCount() {
    notes
        .event("stands", "vertigo", "2026-07-06T10:20:00+01:00", true)
        .event("taken-back", "vertigo", "2026-07-06T10:20:00+01:00", true)
        .nullified("taken-back");
    assertThat(events()).containsExactly("stands");
    assertThat(indicators().ids("Serious Adverse Events")).containsExactly("stands");
  }

  @Test
  void anAdministrationThatEndedWasStoppedOrCompleted() {
    notes
        .dose("for-effect", "july", "2026-07-06T11:00:00+01:00", 10)
        .stopped("for-effect", "adverse-effect")
        .dose("for-pump", "july", "2026-07-06T12:00:00+01:00", 10)
        .stopped("for-pump", "equipment")
        .dose("going-on", "july", "2026-07-06T13:00:00+01:00", 10)
        .status("going-on", MedicationAdministrationStatus.INPROGRESS)
        .dose("not-done", "july", "2026-07-06T14:00:00+01:00", 10)
        .status("not-done", MedicationAdministrationStatus.NOTDONE)
        .dose("in-error", "july", "2026-07-06T15:00:00+01:00", 10)
        .status("in-error", MedicationAdministrationStatus.ENTEREDINERROR);
    assertThat(indicators().ids("Ended Administrations"))
        .containsExactly("for-effect", "for-pump", "july-dose");
    assertThat(indicators().ids("Stopped Administrations"))
        .containsExactly("for-effect", "for-pump");
    assertThat(indicators().ids("Administrations Stopped for an Adverse Effect"))
        .containsExactly("for-effect");
    assertThat(dimension("Route", "for-effect")).isEqualTo(CaseNotes.INTRAVENOUS);
    assertThat(dimension("Substance", "for-effect")).isEqualTo("racemic-ketamine");
  }

  @Test
  void aRiseIsMeasuredFromTheLastPressureBefore() {
    notes
        .pressure("early", "july", "before", "2026-07-06T09:00:00+01:00", 100, 60)
        .pressure("before", "july", "before", "2026-07-06T09:50:00+01:00", 120, 80)
        .pressure("during", "july", "during", "2026-07-06T10:40:00+01:00", 159, 104);
    assertThat(indicators().ids("Sessions with Blood Pressure Measured")).containsExactly("july");
    assertThat(raised()).isEmpty();
    notes.pressure("after", "july", "after", "2026-07-06T11:40:00+01:00", 120, 105);
    assertThat(raised()).containsExactly("july");
  }

  @Test
  void aSystolicRiseOfFortyIsOne() {
    notes
        .pressure("before", "july", "before", "2026-07-06T09:50:00+01:00", 120, 80)
        .pressure("during", "july", "during", "2026-07-06T10:40:00+01:00", 160, 80);
    assertThat(raised()).containsExactly("july");
    notes.inError("during");
    assertThat(raised()).isEmpty();
    assertThat(indicators().ids("Sessions with Blood Pressure Measured")).isEmpty();
  }

  private List<String> events() {
    return indicators().ids("Adverse Events");
  }

  private List<String> raised() {
    return indicators().ids("Sessions with Raised Blood Pressure");
  }

  private @Nullable Object dimension(String name, String record) {
    return indicators().of(name, notes.record(record));
  }

  private Cql indicators() {
    return new Cql(
        "SafetyIndicators", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), notes.records());
  }
}
