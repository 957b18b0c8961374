package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;

/** Somebody who is hardly under treatment, and of whom one sign counts or does not. */
final class RandomSigns {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"));
  private static final LocalDate MIDDLE = LocalDate.parse("2026-11-12");
  private static final List<String> TIMES = List.of("00:00:00", "12:00:00", "23:59:59");
  private static final List<String> TERMS =
      List.of("craving", "misuse", "diversion", "dependence", "dissociation", "misuse");
  private static final List<String> DEPRESSION =
      List.of("madrs-total", "qids-sr16-total", "ham-d17-total", "44261-6");

  private final RandomNotes chance;
  private final CaseNotes notes;

  /** Whether days are at their bounds and all else counts, or all else is about its own. */
  private final boolean bounds;

  private RandomSigns(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
    bounds = chance.inTurn(List.of(true, false));
  }

  /** Craving, misuse, an event of that kind, or a review that is overdue. */
  static void add(RandomNotes chance, CaseNotes notes) {
    new RandomSigns(chance, notes).sign();
  }

  /** Tests of the liver of somebody who has had about six sessions. */
  static void liver(RandomNotes chance, CaseNotes notes) {
    new RandomSigns(chance, notes).liver();
  }

  /** Scores about two years after a first dose. */
  static void twoYears(RandomNotes chance, CaseNotes notes) {
    new RandomSigns(chance, notes).twoYears();
  }

  private String when() {
    return chance.on(bounds ? chance.of(DAYS) : MIDDLE, chance.of(TIMES));
  }

  private void sign() {
    // A dose of long ago, since an event wants something to suspect.
    notes.treated("earlier", "course-1", "2026-04-05T10:00:00Z", 30);
    if (chance.oneIn(2)) {
      String when = when();
      notes.supply(
          chance.id("supply"),
          chance.oneIn(4) ? when.substring(0, chance.of(List.of(4, 7, 10))) : when,
          chance.of(List.of(100, 219, 220, 221)),
          1,
          CaseNotes.INTRAVENOUS);
    }
    if (chance.oneIn(2)) {
      notes.treated(
          chance.id("session"),
          "course-1",
          chance.on(chance.oneIn(4) ? chance.of(DAYS) : MIDDLE, "22:00:00"),
          chance.of(List.of(30, 219, 220)));
    }
    switch (chance.inTurn(List.of(0, 1, 2, 3, 0))) {
      case 0 -> event();
      case 1 -> craving();
      case 2 -> misuse();
      default -> overdue();
    }
  }

  private void event() {
    String id = chance.id("event");
    String when = when();
    String known =
        switch (chance.below(6)) {
          case 0 -> when.substring(0, 10);
          case 1 -> chance.of(List.of("2026-09", "2026-10", "2026-11", "2026-12", "2027-01"));
          case 2 -> chance.of(List.of("2025", "2026"));
          default -> when;
        };
    notes.event(id, bounds ? "misuse" : chance.of(TERMS), bounds && chance.oneIn(2) ? when : known, false);
    var event = (AdverseEvent) notes.record(id);
    if (!bounds && chance.oneIn(6)) {
      event.getEvent().getCodingFirstRep().setSystem("https://ehr.clinic.example/terms");
    } else if (chance.oneIn(4)) {
      event.getEvent().addCoding(event.getEvent().getCodingFirstRep().copy().setCode(chance.of(TERMS)));
    }
    if (!bounds && chance.oneIn(4)) {
      notes.nullified(id);
    }
  }

  private void craving() {
    String id = chance.id("craving");
    String scale = !bounds && chance.oneIn(5) ? "icsi-total" : "craving-rating";
    notes.score(id, scale, when(), bounds ? 7 : chance.of(List.of(6, 7, 7, 7, 8)), 7, "d");
    status(id, 2);
  }

  private void misuse() {
    String id = chance.id("misuse");
    notes.misuse(
        id, when(), chance.of(List.of(bounds ? "suspected" : "none", "suspected", "confirmed")));
    if (!bounds && chance.oneIn(5)) {
      ((Observation) notes.record(id)).getCode().getCodingFirstRep().setCode("urine-drug-screen");
    }
    status(id, 2);
  }

  private void overdue() {
    String id = chance.id("finding");
    String when = when();
    notes.finding(
        id,
        !bounds && chance.oneIn(6) ? "information-sheet-outdated" : "review-overdue",
        chance.oneIn(4) ? when.substring(0, chance.of(List.of(4, 7, 10))) : when);
    finding(id);
    if (chance.oneIn(3)) {
      String other = chance.id("finding");
      notes.finding(other, "review-overdue", when());
      finding(other);
    }
  }

  private void finding(String id) {
    if (!bounds && chance.oneIn(2)) {
      ((DetectedIssue) notes.record(id))
          .setStatus(
              chance.of(List.of(DetectedIssueStatus.CANCELLED, DetectedIssueStatus.ENTEREDINERROR)));
    }
  }

  private void liver() {
    var last = OffsetDateTime.parse(chance.on(chance.inTurn(DAYS), chance.of(TIMES)));
    for (int i = 0; i < chance.of(List.of(5, 6, 6, 7)); i++) {
      notes.treated(chance.id("session"), "course-1", chance.text(last.minusDays(7L * i)), 30);
    }
    for (int i = chance.below(3); i > 0; i--) {
      String id = chance.id("liver");
      notes.liver(id, when(), chance.of(List.of(25.0, 119.0, 120.0, 120.0)));
      if (bounds) {
        // It counts by its day alone.
      } else if (chance.oneIn(6)) {
        ((Observation) notes.record(id)).getReferenceRange().clear();
      } else if (chance.oneIn(6)) {
        ((Observation) notes.record(id)).getCode().getCodingFirstRep().setCode("1920-8");
      }
      status(id, 3);
    }
  }

  private void twoYears() {
    LocalDate first =
        chance.inTurn(
            List.of(
                LocalDate.parse("2024-10-01"),
                LocalDate.parse("2024-12-31"),
                LocalDate.parse("2024-11-30"),
                LocalDate.parse("2024-11-15"),
                LocalDate.parse("2024-09-30"),
                LocalDate.parse("2025-01-01")));
    // Whoever comes first began in two places at once: the first two are one person.
    String begin =
        chance.isEarly() ? "2024-11-15T12:00:00Z" : chance.on(first, chance.of(TIMES));
    notes.treated(chance.id("session"), "course-1", begin, 30);
    switch (chance.below(4)) {
      case 0 ->
          notes.treated(
              chance.id("session"),
              "course-1",
              chance.text(OffsetDateTime.parse(begin).plusDays(2)),
              30);
      case 1 -> notes.treated(chance.id("session"), "course-1", chance.text(OffsetDateTime.parse(begin)), 30);
      default -> {
        // It was the only one.
      }
    }
    score(chance.of(DEPRESSION), around(first));
    score(!bounds && chance.oneIn(4) ? "craving-rating" : "icsi-total", around(first));
    if (!chance.oneIn(3)) {
      death(first.plusMonths(24));
    }
  }

  private void score(String instrument, String when) {
    String id = chance.id("score");
    notes.score(id, instrument, when, chance.below(12), 1, "d");
    status(id, 4);
  }

  /** Within the 21 and the 27 months more often than not. */
  private String around(LocalDate first) {
    LocalDate day =
        switch (chance.below(6)) {
          case 0 -> first.plusMonths(21).minusDays(1);
          case 1 -> first.plusMonths(27).plusDays(1);
          case 2, 3 -> first.plusMonths(21);
          default -> first.plusMonths(27);
        };
    return chance.on(day, chance.of(TIMES));
  }

  private void death(LocalDate due) {
    var patient = (Patient) notes.record("patient");
    String day = due.plusDays(chance.below(3) - 1L).toString();
    switch (chance.below(5)) {
      case 0 -> patient.setDeceased(new BooleanType(true));
      case 1 -> patient.setDeceased(new BooleanType(false));
      case 2 -> patient.setDeceased(new DateTimeType(day.substring(0, chance.of(List.of(4, 7)))));
      case 3 ->
          patient.setDeceased(
              new DateTimeType(chance.on(LocalDate.parse(day), chance.of(TIMES))));
      default -> patient.setDeceased(new DateTimeType(day));
    }
  }

  private void status(String id, int oneIn) {
    if (!bounds && chance.oneIn(oneIn)) {
      notes.status(
          id, chance.of(List.of(ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR)));
    } else if (chance.oneIn(8)) {
      notes.corrected(id);
    }
  }
}
