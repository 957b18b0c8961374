package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/** Bladder scores before and after what was given or handed over. */
final class RandomBladder {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"));
  private static final List<Integer> TOTALS = List.of(4, 5, 4, 5, 6);

  private final RandomNotes chance;
  private final CaseNotes notes;

  private RandomBladder(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
  }

  static void add(RandomNotes chance, CaseNotes notes) {
    new RandomBladder(chance, notes).add();
  }

  private void add() {
    var exposed = OffsetDateTime.parse("2026-08-04T10:00:00+01:00");
    before(exposed);
    switch (chance.inTurn(List.of(3, 1, 2, 3, 0))) {
      case 0 -> supply(exposed);
      case 1 -> {
        treated(exposed);
        supply(exposed.plusDays(1));
      }
      case 2 -> {
        treated(exposed);
        treated(exposed.plusDays(3));
      }
      default -> treated(exposed);
    }
    LocalDate day = chance.inTurn(DAYS);
    String at = chance.on(day, chance.of(List.of("00:00:00", "23:59:58")));
    String last = icsi(at);
    if (!chance.oneIn(3)) {
      beside(OffsetDateTime.parse(at), day.getMonthValue() == 12 ? -10 : 10);
    }
    switch (chance.inTurn(List.of(0, 0, 0, 1, 0, 2, 0))) {
      case 1 -> notes.status(last, ObservationStatus.CANCELLED);
      case 2 -> notes.status(last, ObservationStatus.ENTEREDINERROR);
      default -> {
        // It stands.
      }
    }
    if (chance.oneIn(2)) {
      onTheDay(OffsetDateTime.parse(at));
    }
  }

  private void before(OffsetDateTime exposed) {
    OffsetDateTime at = exposed.minusSeconds(chance.of(List.of(1, 86_400, 86_400, 10 * 86_400)));
    if (!chance.oneIn(6)) {
      icsi(chance.text(at));
    }
    if (chance.oneIn(2)) {
      icsi(chance.text(at.minusDays(chance.of(List.of(0, 0, 1, 3)))));
    }
    if (chance.oneIn(6)) {
      icsi(chance.text(exposed));
    }
  }

  private void beside(OffsetDateTime at, int days) {
    String id = icsi(chance.text(at.plusDays(chance.of(List.of(0, days, days)))));
    if (chance.oneIn(4)) {
      notes.status(id, withdrawn());
    }
  }

  /** What is given at the moment of a score counts, and what is handed over on its day. */
  private void onTheDay(OffsetDateTime at) {
    switch (chance.below(3)) {
      case 0 -> treated(at);
      case 1 -> treated(at.plusSeconds(1));
      default -> supply(at.plusDays(chance.below(2)).withHour(23));
    }
  }

  private void treated(OffsetDateTime at) {
    String id = chance.id("session");
    notes.treated(id, "course-1", chance.text(at), chance.of(List.of(30, 249, 250)));
  }

  private void supply(OffsetDateTime at) {
    String id = chance.id("supply");
    notes.supply(
        id,
        chance.text(at),
        chance.of(List.of(100, 220, 221)),
        5,
        chance.oneIn(2) ? CaseNotes.NASAL : CaseNotes.INTRAVENOUS);
    if (chance.oneIn(6)) {
      notes.status(
          id,
          chance.of(
              List.of(
                  MedicationDispenseStatus.CANCELLED, MedicationDispenseStatus.ENTEREDINERROR)));
    }
  }

  private String icsi(String when) {
    String id = chance.id("icsi");
    notes.score(id, "icsi-total", when, chance.of(TOTALS), 28, "d");
    return id;
  }

  private ObservationStatus withdrawn() {
    return chance.of(List.of(ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR));
  }
}
