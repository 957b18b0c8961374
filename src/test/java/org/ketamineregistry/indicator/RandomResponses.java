package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/** One dose, a score before it and one after it, of which one value after another is at a bound. */
final class RandomResponses {
  private static final OffsetDateTime DOSE = OffsetDateTime.parse("2026-11-12T10:00:00Z");
  private static final List<String> INSTRUMENTS =
      List.of("madrs-total", "qids-sr16-total", "ham-d17-total", "44261-6");
  private static final List<Integer> THRESHOLDS = List.of(10, 5, 7, 4);
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-11-12"),
          LocalDate.parse("2026-11-13"),
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"));

  private final RandomNotes chance;
  private final CaseNotes notes;

  private RandomResponses(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
  }

  /** Totals about the threshold of each instrument, and about a half of the baseline. */
  static void totals(RandomNotes chance, CaseNotes notes) {
    new RandomResponses(chance, notes).totals();
  }

  /** Responses at the bounds of the period, or 14 days before, and what is asked afterwards. */
  static void followed(RandomNotes chance, CaseNotes notes) {
    new RandomResponses(chance, notes).followed();
  }

  private void totals() {
    String instrument = chance.inTurn(INSTRUMENTS);
    int threshold = chance.inTurn(THRESHOLDS);
    int kind = chance.inTurn(List.of(0, 1, 2, 3, 4, 5), 4);
    int before = List.of(20, 20, threshold + 1, threshold, 0, 1).get(kind);
    int after = List.of(threshold, threshold + 1, threshold, threshold, 0, 0).get(kind);
    OffsetDateTime responded = DOSE.plusDays(1);
    course(instrument, before, chance.text(DOSE));
    score(instrument, chance.text(responded), after);
    switch (chance.inTurn(List.of(0, 1, 2))) {
      case 0 -> score(instrument, chance.text(responded.plusSeconds(1_209_600)), 20);
      case 1 -> score(instrument, chance.text(responded.plusSeconds(1_209_601)), 20);
      default -> {
        score(instrument, chance.text(responded.plusDays(2)), 0);
        score(instrument, chance.text(responded.plusDays(3)), 20);
      }
    }
    notes.suicidality(chance.id("suicidality"), chance.text(responded.plusDays(2)));
  }

  private void followed() {
    int kind = chance.inTurn(List.of(0, 1), 6);
    LocalDate day = chance.inTurn(DAYS).minusDays(kind == 0 ? 0 : 14);
    String written = chance.on(day, chance.of(List.of("00:00:00", "12:00:00", "23:59:58")));
    var responded = OffsetDateTime.parse(written);
    course("madrs-total", 20, chance.text(responded.minusDays(1)));
    score("madrs-total", written, 5);
    score("madrs-total", chance.text(responded.plusDays(3)), 20);
    String id = chance.id("suicidality");
    int how = chance.inTurn(List.of(0, 1, 2, 3, 4, 5, 6));
    notes.suicidality(
        id,
        switch (how) {
          case 0 -> written;
          case 1 -> chance.text(responded.plusSeconds(1));
          case 2 -> chance.on(day.plusDays(14), "23:59:58");
          case 3 -> chance.on(day.plusDays(15), "00:00:00");
          default -> chance.text(responded.plusDays(2));
        });
    switch (how) {
      case 4 -> notes.status(id, ObservationStatus.CANCELLED);
      case 5 -> notes.status(id, ObservationStatus.ENTEREDINERROR);
      case 6 -> ((Observation) notes.record(id)).getCode().getCodingFirstRep().setCode("1920-8");
      default -> {
        // It stands.
      }
    }
  }

  private void course(String instrument, int before, String begin) {
    score(instrument, chance.text(OffsetDateTime.parse(begin).minusMinutes(1)), before);
    notes.treated(chance.id("session"), "course-1", begin, 30);
  }

  private void score(String instrument, String when, int total) {
    notes.score(chance.id("score"), instrument, when, total, 1, "h");
  }
}
