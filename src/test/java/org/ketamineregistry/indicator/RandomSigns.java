package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
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
  private static final LocalDate FAR = LocalDate.parse("2026-03-03");
  private static final LocalDate MIDDLE = LocalDate.parse("2026-11-12");
  private static final List<String> TIMES = List.of("00:00:00", "12:00:00", "23:59:58");
  private static final List<String> TERMS =
      List.of("craving", "misuse", "diversion", "dependence", "dissociation", "something-else");
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
    notes.treated("earlier", "course-1", "2026-01-05T10:00:00Z", 30);
    boolean supplied = chance.oneIn(3);
    if (supplied) {
      String when = when();
      notes.supply(
          chance.id("supply"),
          chance.oneIn(4) ? when.substring(0, chance.of(List.of(4, 7, 10))) : when,
          chance.of(List.of(100, 219, 220, 221)),
          1,
          CaseNotes.INTRAVENOUS);
    }
    if (!supplied || chance.oneIn(2)) {
      notes.treated(
          chance.id("session"),
          "course-1",
          chance.on(MIDDLE, "22:00:00"),
          chance.of(List.of(30, 219, 220)));
    }
    if (chance.oneIn(6)) {
      // The day goes on elsewhere.
      notes.treated(chance.id("session"), "course-2", "2026-12-31T23:00:00-10:00", 30);
    }
    int variant = chance.inTurn(List.of(4, 1, 2, 3, 5, 0), 10);
    String day =
        chance.on(bounds ? chance.inTurn(DAYS, 10) : variant == 5 ? FAR : MIDDLE, chance.of(TIMES));
    switch (chance.inTurn(List.of(0, 1, 2, 3, 4))) {
      case 0 -> event(day, TERMS.get(bounds ? 0 : variant));
      case 1 -> craving(day, bounds ? -1 : variant);
      case 2 -> misuse(day, bounds ? -1 : variant);
      case 3 -> overdue(day, bounds ? -1 : variant);
      default -> oddEvent(day, variant);
    }
  }

  private void event(String day, String term) {
    notes.event(chance.id("event"), term, day, false);
  }

  /** An event that was taken back, is coded otherwise, or of which little is known. */
  private void oddEvent(String day, int variant) {
    String known =
        switch (variant) {
          case 0 -> day.substring(0, 10);
          case 1 -> chance.of(List.of("2026-09", "2026-10", "2026-11", "2026-12", "2027-01"));
          case 2 -> chance.of(List.of("2025", "2026", "2027"));
          default -> day;
        };
    notes.event("odd", "craving", known, false);
    var codings = ((AdverseEvent) notes.record("odd")).getEvent();
    switch (variant) {
      case 3 -> notes.nullified("odd");
      case 4 -> codings.getCodingFirstRep().setSystem("https://ehr.clinic.example/terms");
      case 5 -> codings.addCoding(codings.getCodingFirstRep().copy().setCode("misuse"));
      default -> {
        // What is odd is the day.
      }
    }
  }

  private void craving(String day, int variant) {
    String scale = variant == 3 ? "icsi-total" : "craving-rating";
    notes.score("craving", scale, day, variant == 2 ? 6 : 7, 7, "d");
    withdraw("craving", variant);
    if (variant == 4) {
      // Two signs are one.
      misuse(day, -1);
      event(day, "misuse");
    }
  }

  private void misuse(String day, int variant) {
    notes.misuse("misuse", day, variant == 2 ? "none" : variant == 4 ? "confirmed" : "suspected");
    withdraw("misuse", variant);
    if (variant == 3) {
      ((Observation) notes.record("misuse"))
          .getCode()
          .getCodingFirstRep()
          .setCode("urine-drug-screen");
    }
  }

  private void withdraw(String observation, int variant) {
    switch (variant) {
      case 0 -> notes.status(observation, ObservationStatus.CANCELLED);
      case 1 -> notes.status(observation, ObservationStatus.ENTEREDINERROR);
      default -> {
        // It stands.
      }
    }
  }

  private void overdue(String day, int variant) {
    String rule = variant == 2 ? "information-sheet-outdated" : "review-overdue";
    notes.finding(
        "overdue", rule, variant == 3 ? day.substring(0, chance.of(List.of(4, 7, 10))) : day);
    if (variant == 0 || variant == 1) {
      ((DetectedIssue) notes.record("overdue"))
          .setStatus(
              variant == 0 ? DetectedIssueStatus.CANCELLED : DetectedIssueStatus.ENTEREDINERROR);
    }
    if (variant == 4) {
      notes.finding("again", "review-overdue", day);
    }
  }

  private void liver() {
    boolean sessionsAtBounds = chance.inTurn(List.of(true, false), 8);
    var last =
        OffsetDateTime.parse(
            chance.isEarly()
                ? "2026-11-12T12:00:00Z"
                : chance.on(sessionsAtBounds ? chance.inTurn(DAYS, 2) : MIDDLE, chance.of(TIMES)));
    int variant = bounds ? -1 : chance.inTurn(List.of(4, 1, 2, 3, 5, 0), 2);
    for (int i = bounds || variant < 5 ? 6 : chance.of(List.of(5, 7)); i > 0; i--) {
      notes.treated(
          chance.id("session"), "course-1", chance.text(last.minusDays(7L * (i - 1))), 30);
    }
    LocalDate day =
        variant == 5 ? FAR : bounds && !sessionsAtBounds ? chance.inTurn(DAYS, 2) : MIDDLE;
    notes.liver("test", chance.on(day, chance.of(TIMES)), variant == 4 ? 119 : 120);
    withdraw("test", variant);
    var test = (Observation) notes.record("test");
    switch (variant) {
      case 2 -> test.getCode().getCodingFirstRep().setCode("1920-8");
      case 3 -> test.getReferenceRange().clear();
      case 4 -> notes.liver("another", chance.on(day, "12:00:00"), 120);
      default -> {
        // It is one test.
      }
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
    String begin = chance.isEarly() ? "2024-11-15T12:00:00Z" : chance.on(first, chance.of(TIMES));
    notes.treated(chance.id("session"), "course-1", begin, 30);
    switch (chance.below(4)) {
      case 0 ->
          notes.treated(
              chance.id("session"),
              "course-1",
              chance.text(OffsetDateTime.parse(begin).plusDays(2)),
              30);
      case 1 ->
          notes.treated(
              chance.id("session"), "course-1", chance.text(OffsetDateTime.parse(begin)), 30);
      default -> {
        // It was the only one.
      }
    }
    int variant = bounds ? -1 : chance.inTurn(List.of(0, 1, 2, 3), 2);
    String depression = variant == 2 ? "craving-rating" : chance.inTurn(DEPRESSION, 2);
    notes.score("depression", depression, around(first), chance.below(12), 1, "d");
    withdraw("depression", variant);
    notes.score("bladder", "icsi-total", around(first), 3, 1, "d");
    withdraw("bladder", variant - 3);
    if (!chance.oneIn(3)) {
      death(first.plusMonths(24));
    }
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
          patient.setDeceased(new DateTimeType(chance.on(LocalDate.parse(day), chance.of(TIMES))));
      default -> patient.setDeceased(new DateTimeType(day));
    }
  }
}
