package org.ketamineregistry.indicator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/** A dose, a score before it, one after it, and what is asked later: each about a bound. */
final class RandomEffect {
  private static final Map<String, Integer> THRESHOLDS =
      Map.of("madrs-total", 10, "qids-sr16-total", 5, "ham-d17-total", 7, "44261-6", 4);
  private static final List<String> INSTRUMENTS =
      List.copyOf(THRESHOLDS.keySet().stream().sorted().toList());
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"),
          LocalDate.parse("2026-11-12"),
          LocalDate.parse("2026-11-13"));
  private static final List<String> TIMES = List.of("00:00:00", "09:30:00", "23:59:58");
  private static final List<Long> WINDOWS =
      List.of(
          72_000L,
          86_400L,
          172_799L,
          172_800L,
          431_999L,
          604_800L,
          432_000L,
          863_999L,
          864_000L,
          1_814_399L,
          1_814_400L);
  private static final List<Long> BEFORE = List.of(0L, 60L, 604_800L, 604_800L, 604_801L);

  private final RandomNotes chance;
  private final CaseNotes notes;
  private final String instrument;
  private final int threshold;
  private final int baseline;

  private RandomEffect(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
    instrument = chance.inTurn(INSTRUMENTS, 5);
    threshold = Objects.requireNonNull(THRESHOLDS.get(instrument));
    baseline = chance.of(List.of(threshold, threshold + 1, 16, 20, 20, 21, 24, 1));
  }

  static void add(RandomNotes chance, CaseNotes notes) {
    new RandomEffect(chance, notes).add();
  }

  private void add() {
    boolean due = chance.inTurn(List.of(false, true), 6);
    LocalDate day = chance.inTurn(DAYS).minusDays(due ? 14 : 0);
    String written = chance.on(day, chance.of(TIMES));
    var responded = OffsetDateTime.parse(written);
    long window = chance.inTurn(WINDOWS, 2);
    OffsetDateTime first = responded.minusSeconds(window);
    String session = treated("course-1", first);
    if (chance.oneIn(10)) {
      notes.status(session, EncounterStatus.CANCELLED);
    }
    before(first);
    if (chance.oneIn(3)) {
      another(first, responded);
    }
    response(written, window);
    for (int i = 1 + chance.below(2); i > 0; i--) {
      later(responded);
    }
    if (!chance.oneIn(4)) {
      suicidality(responded, day.plusDays(14));
    }
    if (chance.oneIn(4)) {
      supply(day);
    }
    if (chance.oneIn(3)) {
      otherInstrument(first, responded);
    }
    if (chance.oneIn(10)) {
      ((EpisodeOfCare) notes.record("course-1")).setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
    }
  }

  private String treated(String course, OffsetDateTime at) {
    String id = chance.id("session");
    notes.treated(id, course, chance.text(at), 30);
    return id;
  }

  private void before(OffsetDateTime first) {
    OffsetDateTime at = first.minusSeconds(chance.of(BEFORE));
    score(at, baseline);
    switch (chance.below(5)) {
      case 0 -> score(at, baseline + chance.of(List.of(-1, 1, 2)));
      case 1 -> score(at.minusSeconds(1), chance.of(List.of(1, 40)));
      case 2 -> score(at.plusSeconds(1), chance.of(List.of(1, 40)));
      case 3 -> notes.status(score(at.plusSeconds(1), 1), withdrawn());
      default -> {
        // It is the only one.
      }
    }
  }

  /** A further dose before the response, or one that is not one. */
  private void another(OffsetDateTime first, OffsetDateTime responded) {
    OffsetDateTime between = responded.minusSeconds(chance.of(WINDOWS.subList(0, 4)));
    switch (chance.below(7)) {
      case 0 -> treated("course-1", between);
      case 1 -> {
        treated("course-2", between);
        score(between.minusSeconds(60), chance.of(List.of(baseline, 2 * baseline, 1)));
      }
      case 2 -> {
        String id = chance.id("session");
        notes
            .session(id, "course-2", chance.text(first))
            .dose(id + "-dose", id, chance.text(first), 56, "esketamine", CaseNotes.NASAL);
      }
      case 3 -> notes.status(treated("course-1", between), EncounterStatus.CANCELLED);
      case 4 ->
          notes.status(
              treated("course-1", between) + "-dose", MedicationAdministrationStatus.NOTDONE);
      default -> treated("course-1", responded);
    }
  }

  private void response(String written, long window) {
    String id = chance.id("score");
    int total =
        chance.of(
            List.of(
                baseline / 2,
                baseline / 2,
                baseline / 2,
                baseline / 2 + 1,
                threshold,
                threshold + 1));
    boolean whole = chance.oneIn(2);
    boolean tight = window % 60 == 59;
    int recall =
        (int)
            Math.max(
                1,
                (window + 1) / (whole ? 86_400 : 3_600)
                    + (tight ? 0 : chance.of(List.of(0, 0, 1))));
    if (!tight && chance.oneIn(2)) {
      notes.score(id, instrument, written, total, 1, "h");
    } else {
      notes.score(id, instrument, written, total, recall, whole ? "d" : "h");
    }
    if (chance.oneIn(8)) {
      notes.status(id, withdrawn());
    }
    var at = OffsetDateTime.parse(written);
    switch (chance.below(6)) {
      case 0 -> score(at, total + chance.of(List.of(-1, 0, 1, 2)));
      case 1 -> score(at.plusSeconds(1), total + chance.of(List.of(-1, 1)));
      case 2 -> score(at.minusSeconds(1), total + chance.of(List.of(-1, 1)));
      default -> {
        // It is the only one.
      }
    }
  }

  /** Another instrument has a course of its own. */
  private void otherInstrument(OffsetDateTime first, OffsetDateTime responded) {
    String other = INSTRUMENTS.get((INSTRUMENTS.indexOf(instrument) + 1) % INSTRUMENTS.size());
    notes.score(chance.id("score"), other, chance.text(first.minusSeconds(60)), 20, 1, "h");
    for (int days : List.of(0, chance.of(List.of(1, 10, 20)))) {
      notes.score(
          chance.id("score"),
          other,
          chance.text(responded.plusDays(days).plusMinutes(5)),
          chance.of(List.of(9, 10, 11)),
          1,
          "h");
    }
  }

  private void later(OffsetDateTime responded) {
    Duration after =
        chance.of(
            List.of(
                Duration.ofSeconds(1_209_600),
                Duration.ofSeconds(1_209_601),
                Duration.ofHours(5),
                Duration.ofDays(20)));
    score(responded.plus(after), chance.of(List.of(baseline / 2, baseline / 2 + 1, baseline)));
  }

  private void suicidality(OffsetDateTime responded, LocalDate due) {
    String id = chance.id("suicidality");
    String when =
        switch (chance.below(5)) {
          case 0 -> chance.text(responded);
          case 1 -> chance.text(responded.plusSeconds(1));
          case 2 -> chance.on(due, "23:59:58");
          case 3 -> chance.on(due.plusDays(1), "00:00:00");
          default -> chance.text(responded.plusDays(3));
        };
    notes.suicidality(id, when);
    if (chance.oneIn(4)) {
      notes.status(id, withdrawn());
    }
  }

  /** It lasts until the day of the response, or ends the day before. */
  private void supply(LocalDate day) {
    int days = chance.below(5) - 1;
    String id = chance.id("supply");
    notes.supply(
        id,
        known(chance.on(day.minusDays(days), chance.of(TIMES))),
        100,
        chance.of(List.of(Math.max(1, days), days + 1, days + 0.5, days + 0.5)).doubleValue(),
        CaseNotes.NASAL);
  }

  private String known(String when) {
    return chance.oneIn(4) ? when.substring(0, chance.of(List.of(4, 7, 10))) : when;
  }

  private String score(OffsetDateTime at, int total) {
    String id = chance.id("score");
    notes.score(id, instrument, chance.text(at), Math.max(0, total), 1, "h");
    return id;
  }

  private ObservationStatus withdrawn() {
    return chance.of(List.of(ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR));
  }
}
