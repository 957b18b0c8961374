package org.ketamineregistry.indicator;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;

/** What is asked and measured beside the sessions: craving, misuse, liver, and two years later. */
final class RandomFollowUp {
  /** Days of a first dose around those of which the period has the second anniversary. */
  private static final List<String> TWO_YEARS_BEFORE =
      List.of(
          "2024-09-30T12:30:00Z",
          "2024-10-01T12:00:00Z",
          "2024-10-31T09:00:00Z",
          "2024-11-15T23:30:00Z",
          "2024-11-30T09:00:00Z",
          "2024-12-31T12:00:00Z",
          "2025-01-01T00:30:00Z");

  private static final List<String> DEPRESSION = List.of("madrs-total", "44261-6");

  private final RandomNotes chance;
  private final CaseNotes notes;

  RandomFollowUp(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
  }

  /**
   * Adds to the records.
   *
   * @param later whether two years have passed since a first dose
   */
  void add(boolean later) {
    // One sign at most, so that none hides another.
    switch (chance.below(3)) {
      case 0 -> craving();
      case 1 -> misuse();
      default -> {
        // Nobody asked.
      }
    }
    if (chance.oneIn(2)) {
      regularly();
    }
    liver();
    if (later || chance.oneIn(3)) {
      longAgo();
    }
  }

  private void craving() {
    String id = chance.id("craving");
    notes.score(id, "craving-rating", chance.text(when()), chance.of(List.of(6, 7, 7, 8)), 7, "d");
    inError(id);
  }

  private void misuse() {
    String id = chance.id("misuse");
    notes.misuse(id, chance.text(when()), chance.of(List.of("none", "suspected", "confirmed")));
    inError(id);
  }

  /** Five to seven sessions, of which the last begins at a bound of the period. */
  private void regularly() {
    OffsetDateTime at = chance.edge();
    for (int i = 0; i < 5 + chance.below(3); i++) {
      String id = chance.id("session");
      notes.treated(id, "course-3", chance.text(at.minusDays(7L * i)), 30);
    }
  }

  /** The upper limit is 40 U/L, so that 120 U/L is raised. */
  private void liver() {
    String id = chance.id("liver");
    notes.liver(id, chance.text(when()), chance.of(List.of(25.0, 119.9, 120.0, 120.0)));
    if (chance.oneIn(6)) {
      // Another enzyme says nothing here.
      ((Observation) notes.record(id)).getCode().getCodingFirstRep().setCode("1920-8");
    }
    inError(id);
  }

  private void longAgo() {
    OffsetDateTime first = OffsetDateTime.parse(chance.of(TWO_YEARS_BEFORE));
    String begin = chance.text(first);
    notes.treated(chance.id("session"), "course-4", begin, 30);
    if (chance.oneIn(4)) {
      notes.treated(chance.id("session"), "course-4", chance.text(first.plusDays(2)), 30);
    }
    OffsetDateTime stated = OffsetDateTime.parse(begin);
    score(chance.of(DEPRESSION), aroundTwoYears(stated));
    score("icsi-total", aroundTwoYears(stated));
    if (chance.oneIn(2)) {
      death(stated.plusMonths(24));
    }
  }

  private void score(String instrument, String when) {
    String id = chance.id("score");
    notes.score(id, instrument, when, chance.below(12), 1, "d");
    inError(id);
  }

  /** At a bound of the 21 and the 27 months, by the calendar, or a day beside it. */
  private String aroundTwoYears(OffsetDateTime first) {
    OffsetDateTime bound =
        first.plusMonths(chance.oneIn(2) ? 21 : 27).plusDays(chance.below(3) - 1L);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        bound.withHour(chance.of(List.of(0, 23))).withMinute(30));
  }

  private void death(OffsetDateTime due) {
    var patient = (Patient) notes.record("patient");
    String day = due.plusDays(chance.below(3) - 1).toLocalDate().toString();
    switch (chance.below(6)) {
      case 0 -> patient.setDeceased(new BooleanType(true));
      case 1 -> patient.setDeceased(new BooleanType(false));
      case 2 -> patient.setDeceased(new DateTimeType(chance.of(List.of("2025", "2026", "2027"))));
      case 3 ->
          patient.setDeceased(
              new DateTimeType(due.minusMonths(chance.below(2)).toString().substring(0, 7)));
      case 4 ->
          patient.setDeceased(new DateTimeType(chance.text(due.minusHours(chance.below(30)))));
      default -> patient.setDeceased(new DateTimeType(day));
    }
  }

  private OffsetDateTime when() {
    return chance.oneIn(2) ? chance.edge() : chance.near();
  }

  private void inError(String id) {
    if (chance.oneIn(5)) {
      notes.inError(id);
    } else if (chance.oneIn(8)) {
      notes.corrected(id);
    }
  }
}
