package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.ketamineregistry.profiles.Canonical;

/**
 * Notes of which one thing alone decides what is counted; chance adds nothing that could hide it.
 */
final class DecisiveNotes {
  private static final OffsetDateTime MIDDLE = OffsetDateTime.parse("2026-11-12T10:00:00Z");
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"));
  private static final List<ObservationStatus> STATUSES =
      List.of(
          ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR, ObservationStatus.FINAL);
  private static final List<String> COURSES = List.of("course-1", "course-2");

  private DecisiveNotes() {}

  /** A serious event of a session at a bound of the period. */
  static void events(RandomNotes chance, CaseNotes notes) {
    String begin = chance.on(chance.inTurn(DAYS), chance.of(List.of("00:00:00", "23:59:58")));
    notes
        .treated("session", "course-1", begin, 30)
        .event("event", "dissociation", chance.text(OffsetDateTime.parse(begin)), true)
        .of("event", "session");
  }

  /** Symptoms of the bladder about their bound, before the only dose and after it. */
  static void bladder(RandomNotes chance, CaseNotes notes) {
    notes
        .score(
            "before", "icsi-total", "2026-10-05T10:00:00Z", chance.inTurn(List.of(4, 5)), 28, "d")
        .treated("session", "course-1", "2026-10-12T10:00:00Z", 30)
        .score(
            "after", "icsi-total", chance.text(MIDDLE), chance.inTurn(List.of(5, 4), 2), 28, "d");
  }

  /** Courses with a consent each; the doses of every other patient had an outdated sheet. */
  static void sheets(RandomNotes chance, CaseNotes notes) {
    for (String course : COURSES) {
      String session = chance.id("session");
      notes
          .treated(session, course, chance.text(MIDDLE), 30)
          .consent(chance.id("consent"), chance.text(MIDDLE.minusDays(3)));
      // Found twice, it is one course all the same.
      for (int i = chance.inTurn(List.of(2, 0)); i > 0; i--) {
        notes.finding(
            chance.id("finding"),
            "information-sheet-outdated",
            chance.text(MIDDLE.plusDays(1)),
            session + "-dose");
      }
    }
  }

  /**
   * A consent that was given between the two doses of a course, or was withdrawn then, or before
   * both; or one that stands.
   */
  static void consents(RandomNotes chance, CaseNotes notes) {
    String between = chance.text(MIDDLE.plusDays(2));
    int kind = chance.inTurn(List.of(0, 1, 2, 3));
    notes
        .treated("first", "course-1", chance.text(MIDDLE), 30)
        .treated("second", "course-1", chance.text(MIDDLE.plusDays(4)), 30)
        .consent("consent", kind == 0 ? between : chance.text(MIDDLE.minusDays(4)));
    if (kind == 1) {
      notes.withdrawn("consent", between);
    } else if (kind == 2) {
      notes.withdrawn("consent", chance.text(MIDDLE.minusDays(2)));
    }
  }

  /** Two doses of the same, and two supplies, which add up to another band than fewer. */
  static void alike(RandomNotes chance, CaseNotes notes) {
    notes
        .treated("first", "course-1", chance.text(MIDDLE), 70)
        .treated("second", "course-1", chance.text(MIDDLE.plusDays(4)), 70)
        .supply("supply", chance.text(MIDDLE.plusDays(5)), 60, 1, CaseNotes.INTRAVENOUS)
        .supply("again", chance.text(MIDDLE.plusDays(6)), 60, 1, CaseNotes.INTRAVENOUS)
        .status(
            "again",
            chance.inTurn(
                List.of(
                    MedicationDispenseStatus.COMPLETED,
                    MedicationDispenseStatus.CANCELLED,
                    MedicationDispenseStatus.ENTEREDINERROR)))
        .score("bladder", "icsi-total", chance.text(MIDDLE.plusDays(10)), 3, 28, "d");
  }

  /** A sign of craving or of misuse, of which the day is known, or the month alone. */
  static void signs(RandomNotes chance, CaseNotes notes) {
    String when = chance.inTurn(List.of("2026-11-12", "2026-11"));
    notes.treated("session", "course-1", chance.text(MIDDLE), 30);
    if (chance.inTurn(List.of(true, false), 2)) {
      notes.score("craving", "craving-rating", when, 8, 7, "d");
    } else {
      notes.misuse("misuse", when, "confirmed");
    }
  }

  /** An event of the second session. */
  static void eventOfTheSecond(RandomNotes chance, CaseNotes notes) {
    notes
        .treated("first", "course-1", chance.text(MIDDLE), 30)
        .treated("second", "course-1", chance.text(MIDDLE.plusDays(2)), 30)
        .event("event", "dissociation", chance.text(MIDDLE.plusDays(3)), true)
        .of("event", "second");
  }

  /** A response in one course, and a high score in the next. */
  static void nextCourse(RandomNotes chance, CaseNotes notes) {
    notes.treated("first", "course-1", chance.text(MIDDLE), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "low", "madrs-total", MIDDLE.plusDays(1), 5);
    notes.treated("second", "course-2", chance.text(MIDDLE.plusDays(5)), 30);
    score(chance, notes, "high", "madrs-total", MIDDLE.plusDays(6), 20);
  }

  /**
   * Every other patient responds and stays well; of those before them one does neither, and of one
   * nobody knows.
   */
  static void responses(RandomNotes chance, CaseNotes notes) {
    int kind = chance.inTurn(List.of(0, 1, 2, 3));
    int total = kind == 0 ? 20 : 5;
    notes.treated("session", "course-1", chance.text(MIDDLE), 30);
    if (kind != 2) {
      score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    }
    score(chance, notes, "first", "madrs-total", MIDDLE.plusDays(1), total);
    score(chance, notes, "second", "madrs-total", MIDDLE.plusDays(3), total);
  }

  /** Every other patient has a dose that is twice the one before; the others have one dose. */
  static void escalation(RandomNotes chance, CaseNotes notes) {
    notes.treated("first", "course-1", chance.text(MIDDLE), 30);
    if (chance.inTurn(List.of(true, false))) {
      notes.treated("second", "course-1", chance.text(MIDDLE.plusDays(2)), 60);
    }
  }

  /** A response after the second dose of a course. */
  static void twoDoses(RandomNotes chance, CaseNotes notes) {
    notes
        .treated("first", "course-1", chance.text(MIDDLE), 30)
        .treated("second", "course-1", chance.text(MIDDLE.plusDays(2)), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "after", "madrs-total", MIDDLE.plusDays(3), 5);
  }

  /** Every other patient was treated days before the others, for whom a baseline was taken. */
  static void baselines(RandomNotes chance, CaseNotes notes) {
    OffsetDateTime begin = MIDDLE.minusDays(chance.inTurn(List.of(3, 0)));
    notes.treated("session", "course-1", chance.text(begin), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "after", "madrs-total", MIDDLE.plusDays(1), 5);
  }

  /** A score that asks about the time since the dose, or about a second more. */
  static void recall(RandomNotes chance, CaseNotes notes) {
    int days = chance.inTurn(List.of(1, 2, 5), 4);
    boolean hours = chance.inTurn(List.of(false, true), 2);
    OffsetDateTime asked = MIDDLE.plusDays(days).minusSeconds(chance.inTurn(List.of(0, 1)));
    notes.treated("session", "course-1", chance.text(MIDDLE), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    notes.score(
        "after", "madrs-total", chance.text(asked), 5, hours ? 24 * days : days, hours ? "h" : "d");
  }

  /** Two pressures before a dose, of which the last decides whether the one after it is a rise. */
  static void pressures(RandomNotes chance, CaseNotes notes) {
    int minutes = chance.inTurn(List.of(5, 10));
    notes
        .treated("session", "course-1", chance.text(MIDDLE), 30)
        .pressure("one", "session", "before", chance.text(MIDDLE.minusMinutes(minutes)), 120, 80)
        .pressure("two", "session", "before", chance.text(MIDDLE.minusMinutes(7)), 121, 80)
        .pressure("after", "session", "after", chance.text(MIDDLE.plusMinutes(30)), 160, 80);
  }

  /**
   * All that is asked for, but for one thing, in place of which there is another or a wrong one.
   */
  static void monitoring(RandomNotes chance, CaseNotes notes) {
    String begin = chance.text(MIDDLE);
    String wrong =
        chance.inTurn(
            List.of("none", "before", "during", "after", "moaa-s", "cadss-subjective-total"), 4);
    notes.treated("session", "course-1", begin, 30).fitToLeave("session", begin);
    for (String timing : List.of("before", "during", "after")) {
      notes.pressure(timing, "session", timing, begin, 120, 80);
    }
    for (String survey : List.of("moaa-s", "cadss-subjective-total")) {
      notes.measured(survey, survey, "session", "during", begin);
    }
    if (wrong.equals("none")) {
      notes.pressure("again", "session", "before", begin, 120, 80);
      return;
    }
    var measured = (Observation) notes.record(wrong);
    switch (chance.inTurn(List.of(0, 1, 2, 3))) {
      case 0 -> measured.setStatus(ObservationStatus.CANCELLED);
      case 1 -> measured.setStatus(ObservationStatus.ENTEREDINERROR);
      case 2 -> {
        measured.setEncounter(null);
        notes.pressure(
            "again", "session", wrong.equals("before") ? "during" : "before", begin, 120, 80);
      }
      default -> {
        // At no time that there is, or of another kind.
        if (measured.hasComponent()) {
          measured
              .getExtensionByUrl(Canonical.extension("session-timing"))
              .setValue(new CodeType("once"));
        } else {
          measured.getCode().getCodingFirstRep().setCode("craving-rating");
        }
      }
    }
  }

  /** A test of the liver that stands or does not. */
  static void liver(RandomNotes chance, CaseNotes notes) {
    weekly(chance, notes, 6, MIDDLE);
    notes.liver("test", chance.text(MIDDLE), 120).status("test", chance.inTurn(STATUSES));
  }

  /** Five sessions until the end of the period, of whom one has a sixth on the day after it. */
  static void tooFewSessions(RandomNotes chance, CaseNotes notes) {
    weekly(chance, notes, 5, MIDDLE);
    if (chance.inTurn(List.of(true, false))) {
      notes.treated("last", "course-1", "2027-01-01T12:00:00Z", 30);
    }
  }

  /** Six sessions at one clinic, and one at another on the last day of the period. */
  static void lastElsewhere(RandomNotes chance, CaseNotes notes) {
    elsewhere(chance, notes, "2026-12-31T12:00:00Z");
  }

  /** Six sessions at one clinic, and one at another on the day after the period. */
  static void thenElsewhere(RandomNotes chance, CaseNotes notes) {
    elsewhere(chance, notes, "2027-01-01T12:00:00Z");
  }

  private static void elsewhere(RandomNotes chance, CaseNotes notes, String last) {
    if (chance.inTurn(List.of(true, false))) {
      weekly(chance, notes, 6, MIDDLE);
    } else {
      notes.treated("last", "course-1", last, 30);
    }
  }

  private static void weekly(
      RandomNotes chance, CaseNotes notes, int sessions, OffsetDateTime last) {
    for (int weeks = 0; weeks < sessions; weeks++) {
      notes.treated(chance.id("session"), "course-1", chance.text(last.minusWeeks(weeks)), 30);
    }
  }

  /** Somebody under treatment whose first dose was two years before a bound of the period. */
  static void twoYears(RandomNotes chance, CaseNotes notes) {
    String first = chance.on(chance.inTurn(DAYS).minusMonths(24), "12:00:00");
    notes
        .treated("first", "course-1", first, 30)
        .treated("session", "course-1", chance.text(MIDDLE), 30)
        .score("depression", "madrs-total", chance.text(MIDDLE), 5, 1, "h")
        .score("bladder", "icsi-total", chance.text(MIDDLE), 3, 28, "d");
  }

  /** A weight before a dose, and a later one that stands or does not. */
  static void weights(RandomNotes chance, CaseNotes notes) {
    notes
        .weight("first", chance.text(MIDDLE.minusHours(2)), 100)
        .weight("second", chance.text(MIDDLE.minusHours(1)), 40)
        .status("second", chance.inTurn(STATUSES))
        .treated("session", "course-1", chance.text(MIDDLE), 30);
  }

  /** Responses on two instruments, and when suicidality is asked about. */
  static void suicidality(RandomNotes chance, CaseNotes notes) {
    OffsetDateTime responded = MIDDLE.plusDays(1);
    notes.treated("session", "course-1", chance.text(MIDDLE), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "after", "madrs-total", responded, 5);
    score(chance, notes, "other-before", "ham-d17-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "other-after", "ham-d17-total", responded.plusDays(9), 5);
    notes.suicidality(
        "asked", chance.text(responded.plusDays(chance.inTurn(List.of(0, 5, 13, 16, 30)))));
  }

  /** A response 14 days before a bound of the period, after which suicidality is asked about. */
  static void askedAtABound(RandomNotes chance, CaseNotes notes) {
    LocalDate responded = chance.inTurn(DAYS).minusDays(14);
    notes
        .treated("session", "course-1", chance.on(responded.minusDays(2), "12:00:00"), 30)
        .score("before", "madrs-total", chance.on(responded.minusDays(3), "12:00:00"), 20, 1, "h")
        .score("after", "madrs-total", chance.on(responded, "12:00:00"), 5, 1, "h")
        .suicidality("asked", chance.on(responded.plusDays(5), "12:00:00"));
  }

  /** Responses in two courses, and suicidality that is asked about after the first alone. */
  static void askedInOneCourse(RandomNotes chance, CaseNotes notes) {
    for (int i = 0; i < COURSES.size(); i++) {
      OffsetDateTime begin = MIDDLE.minusDays(30 - 20 * i);
      notes.treated("session-" + i, COURSES.get(i), chance.text(begin), 30);
      score(chance, notes, "before-" + i, "madrs-total", begin.minusMinutes(1), 20);
      score(chance, notes, "after-" + i, "madrs-total", begin.plusDays(1), 5);
    }
    notes.suicidality("asked", chance.text(MIDDLE.minusDays(25)));
  }

  /** A response, after which every other patient is asked about suicidality in time. */
  static void askedInTime(RandomNotes chance, CaseNotes notes) {
    notes.treated("session", "course-1", chance.text(MIDDLE), 30);
    score(chance, notes, "before", "madrs-total", MIDDLE.minusMinutes(1), 20);
    score(chance, notes, "after", "madrs-total", MIDDLE.plusDays(1), 5);
    notes.suicidality("asked", chance.text(MIDDLE.plusDays(chance.inTurn(List.of(5, 30)))));
  }

  private static void score(
      RandomNotes chance,
      CaseNotes notes,
      String id,
      String instrument,
      OffsetDateTime at,
      int total) {
    notes.score(id, instrument, chance.text(at), total, 1, "h");
  }
}
