package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;

/** Few sessions, with what is measured in them and what they are divided by. */
final class RandomSessions {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2027-01-01"),
          LocalDate.parse("2026-11-12"));
  private static final OffsetDateTime MIDDLE = OffsetDateTime.parse("2026-11-12T10:00:00Z");
  private static final List<String> TIMES = List.of("00:00:00", "12:00:00", "23:59:58");

  private final RandomNotes chance;
  private final CaseNotes notes;

  /**
   * Whether days or values are at their bounds and all else counts, or all else is about its own.
   */
  private final boolean bounds;

  private RandomSessions(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
    bounds = chance.inTurn(List.of(true, false));
  }

  /** Pressures about a rise. */
  static void pressures(RandomNotes chance, CaseNotes notes) {
    new RandomSessions(chance, notes).pressures();
  }

  /** Sessions with one thing missing, and numbers with a gap. */
  static void completeness(RandomNotes chance, CaseNotes notes) {
    new RandomSessions(chance, notes).completeness();
  }

  /** Doses by weight, and what has added up. */
  static void exposure(RandomNotes chance, CaseNotes notes) {
    new RandomSessions(chance, notes).exposure();
  }

  /** Events beside sessions. */
  static void events(RandomNotes chance, CaseNotes notes) {
    new RandomSessions(chance, notes).events();
  }

  /** One session of which the day is over elsewhere. */
  static void atTheEnd(RandomNotes chance, CaseNotes notes) {
    String begin =
        chance.inTurn(List.of("2026-12-31T23:00:00-10:00", "2026-12-31T14:00:00-10:00"), 2);
    notes.treated("session", "course-1", begin, 30);
  }

  /** Two doses, with midnight and a weight between them. */
  static void twice(RandomNotes chance, CaseNotes notes) {
    notes
        .weight("before", "2026-11-12T23:58:00Z", 100)
        .session("session", "course-1", "2026-11-12T23:59:00Z")
        .dose("first", "session", "2026-11-12T23:59:00Z", 130)
        .weight("between", "2026-11-13T00:00:30Z", 40)
        .dose("second", "session", "2026-11-13T00:02:00Z", 130)
        .supply("supply", "2026-11-13", 250, 5, CaseNotes.INTRAVENOUS);
    if (chance.isEarly()) {
      // What was completed was not stopped, whatever reason it has.
      notes
          .stopped("first", "adverse-effect")
          .status("first", MedicationAdministrationStatus.COMPLETED);
    } else {
      // A weight without a value says nothing.
      notes.weight("empty", "2026-11-12T23:58:30Z", 100);
      ((Observation) notes.record("empty"))
          .setValue(null)
          .addComponent()
          .setValue(new Quantity(70));
    }
  }

  /** Nothing but a supply, of which the day or the month decides. */
  static void supplied(RandomNotes chance, CaseNotes notes) {
    String when =
        chance.inTurn(
            List.of(
                "2026-11-12",
                "2026-11-12",
                chance.on(DAYS.get(0), "00:00:00"),
                chance.on(DAYS.get(1), "23:59:58"),
                chance.on(DAYS.get(2), "23:59:58"),
                chance.on(DAYS.get(3), "00:00:00"),
                "2026-10",
                "2026-11",
                "2026-12",
                "2026"));
    notes.supply("supply", when, 100, 5, CaseNotes.NASAL);
  }

  private void pressures() {
    notes.treated("session-1", "course-1", chance.text(MIDDLE), 30);
    notes.treated("session-2", "course-1", chance.text(MIDDLE.plusDays(7)), 30);
    pressure("session-1", "before", MIDDLE.minusMinutes(10), 120, 80);
    switch (chance.below(6)) {
      case 0, 4 -> pressure("session-1", "before", MIDDLE.minusMinutes(10), 119, 79);
      case 1 -> pressure("session-1", "before", MIDDLE.minusMinutes(20), 110, 70);
      case 2 -> pressure("session-1", "before", MIDDLE.minusMinutes(5), 121, 81);
      case 3 -> status(pressure("session-1", "before", MIDDLE.minusMinutes(5), 130, 90));
      default -> {
        // There was one before.
      }
    }
    for (int i = bounds ? 1 : chance.below(3); i > 0; i--) {
      String id =
          pressure(
              "session-1",
              chance.of(List.of("during", "after")),
              MIDDLE.plusMinutes(30),
              chance.of(List.of(130, 130, 159, 160)),
              chance.of(List.of(90, 90, 104, 105)));
      if (!bounds && chance.oneIn(3)) {
        status(id);
      }
    }
    if (!bounds) {
      pressure("session-2", chance.of(List.of("during", "after")), MIDDLE.plusDays(7), 170, 110);
    }
    if (chance.oneIn(4)) {
      pressure("session-2", "before", MIDDLE.plusDays(7), 120, 80);
    }
  }

  /** Rarely one of the two is missing. */
  private String pressure(
      String session, String timing, OffsetDateTime at, int systolic, int diastolic) {
    String id = chance.id("pressure");
    notes.pressure(id, session, timing, chance.text(at), systolic, diastolic);
    if (bounds) {
      return id;
    }
    if (chance.oneIn(6)) {
      ((Observation) notes.record(id)).getComponent().remove(chance.below(2));
    } else if (chance.oneIn(10)) {
      // Something else with parts.
      ((Observation) notes.record(id)).getCode().getCodingFirstRep().setCode("8867-4");
    }
    return id;
  }

  private void completeness() {
    var numbers =
        new ArrayList<>(
            chance.of(
                List.of(
                    List.of(1, 2),
                    List.of(1, 3),
                    List.of(2),
                    List.of(1, 1, 2),
                    List.of(1),
                    List.of(2, 3))));
    LocalDate day = chance.inTurn(DAYS);
    if (chance.oneIn(2)) {
      numbers.remove(0);
      numbers.add(1);
    }
    for (int i = 0; i < numbers.size(); i++) {
      String id = chance.id("session");
      String begin = chance.on(i == 0 ? day : day.plusDays(7), chance.of(TIMES));
      notes.session(id, "course-1", begin);
      if (!chance.oneIn(4)) {
        notes.dose(chance.id("dose"), id, begin, 30);
      }
      if (!chance.oneIn(4)) {
        notes.number(id, numbers.get(i));
      }
      if (chance.oneIn(5)) {
        notes.status(
            id,
            chance.of(
                List.of(
                    EncounterStatus.INPROGRESS,
                    EncounterStatus.CANCELLED,
                    EncounterStatus.ENTEREDINERROR)));
      }
      monitoring(id, begin);
    }
    if (chance.oneIn(6)) {
      ((EpisodeOfCare) notes.record("course-1")).setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
    }
  }

  /** Of all that is asked for one is missing, or was withdrawn, or is something else. */
  private void monitoring(String session, String begin) {
    String missing =
        chance.inTurn(
            List.of(
                "before", "during", "after", "moaa-s", "cadss-subjective-total", "", "fit", ""));
    for (String timing : List.of("before", "during", "after")) {
      String id = chance.id("pressure");
      notes.pressure(id, session, timing, begin, 120, 80);
      if (missing.equals(timing)) {
        take(id, "8867-4");
      }
    }
    for (String survey : List.of("moaa-s", "cadss-subjective-total")) {
      String id = chance.id("survey");
      notes.measured(id, survey, session, "during", begin);
      if (missing.equals(survey)) {
        take(id, "craving-rating");
      }
    }
    if (!missing.equals("fit")) {
      notes.fitToLeave(session, begin);
    }
  }

  private void take(String observation, String otherCode) {
    var taken = (Observation) notes.record(observation);
    switch (chance.below(4)) {
      case 0 -> taken.setEncounter(null);
      case 1 -> taken.getCode().getCodingFirstRep().setCode(otherCode);
      default -> status(observation);
    }
  }

  private void exposure() {
    OffsetDateTime at = OffsetDateTime.parse(chance.on(chance.inTurn(DAYS), chance.of(TIMES)));
    for (int i = 1 + chance.below(2); i > 0; i--) {
      weight(at.plusMinutes(chance.of(List.of(-60, -1, 0, 0, 1, 3, 20))));
    }
    for (int i = chance.below(3); i > 0; i--) {
      String before = chance.id("session");
      notes.treated(
          before, "course-1", chance.text(at.minusDays(chance.of(List.of(0, 1, 2, 3, 4)))), 30);
    }
    String id = chance.id("session");
    notes.session(id, "course-1", chance.text(at));
    for (int i = 1 + chance.below(2); i > 0; i--) {
      dose(id, at.plusMinutes(chance.of(List.of(0, 2, 5))));
    }
    supplies(at);
  }

  private void weight(OffsetDateTime at) {
    String id = chance.id("weight");
    notes.weight(id, chance.text(at), chance.of(List.of(40, 75, 100)));
    if (chance.oneIn(6)) {
      status(id);
    } else if (chance.oneIn(4)) {
      notes.weight(chance.id("weight"), chance.text(at), chance.of(List.of(40, 75, 100)));
    }
    if (chance.oneIn(8)) {
      ((Observation) notes.record(id)).setValue(null).addComponent().setValue(new Quantity(70));
    }
  }

  private void dose(String session, OffsetDateTime at) {
    String id = chance.id("dose");
    notes.dose(
        id,
        session,
        chance.text(at),
        chance.of(List.of(30, 40, 40, 60)),
        chance.oneIn(6) ? "esketamine" : "racemic-ketamine",
        chance.oneIn(6) ? CaseNotes.NASAL : CaseNotes.INTRAVENOUS);
    switch (chance.below(6)) {
      case 0 -> notes.stopped(id, "adverse-effect");
      case 1 -> notes.stopped(id, "technical-problem");
      case 2 -> {
        // A reason alone stops nothing.
        notes.stopped(id, "adverse-effect");
        notes.status(
            id,
            chance.of(
                List.of(
                    MedicationAdministrationStatus.COMPLETED,
                    MedicationAdministrationStatus.INPROGRESS,
                    MedicationAdministrationStatus.NOTDONE)));
      }
      default -> {
        // It was completed.
      }
    }
  }

  /** So much that with the doses it adds up to a bound, on the day of a dose or the next. */
  private void supplies(OffsetDateTime at) {
    for (int i = chance.below(3); i > 0; i--) {
      String id = chance.id("supply");
      String when =
          chance.on(at.toLocalDate().plusDays(chance.of(List.of(-1, 0, 0, 1))), chance.of(TIMES));
      notes.supply(
          id,
          chance.oneIn(4) ? when.substring(0, chance.of(List.of(4, 7, 10))) : when,
          chance.of(List.of(190, 210, 220, 220)),
          5,
          chance.oneIn(5) ? CaseNotes.NASAL : CaseNotes.INTRAVENOUS);
      if (chance.oneIn(4)) {
        notes.status(
            id,
            chance.of(
                List.of(
                    MedicationDispenseStatus.CANCELLED, MedicationDispenseStatus.ENTEREDINERROR)));
      }
    }
  }

  private void events() {
    // Sessions that differ in what they are divided by.
    notes.treated("session-1", "course-1", chance.text(MIDDLE), 30);
    notes
        .session("session-2", "course-2", chance.text(MIDDLE))
        .dose("dose-2", "session-2", chance.text(MIDDLE), 300, "racemic-ketamine", CaseNotes.NASAL);
    notes
        .session("session-3", "course-1", chance.text(MIDDLE.plusDays(1)))
        .dose(
            "dose-3",
            "session-3",
            chance.text(MIDDLE.plusDays(1)),
            56,
            "esketamine",
            CaseNotes.NASAL);
    for (int i = 0; i < 3; i++) {
      String id = chance.id("event");
      String when =
          chance.text(
              MIDDLE.plusSeconds(
                  chance.of(List.of(-1, -1, 0, 0, 1, 71_999, 72_000, 86_400, 172_800, 300_000))));
      notes.event(
          id,
          chance.of(List.of("dissociation", "craving", "something-else")),
          chance.oneIn(4) ? when.substring(0, chance.of(List.of(7, 10, 10))) : when,
          chance.oneIn(2));
      if (chance.oneIn(2)) {
        notes.of(id, "session-" + (1 + chance.below(4)));
      }
      var terms = ((AdverseEvent) notes.record(id)).getEvent();
      if (chance.oneIn(3)) {
        terms.addCoding(terms.getCodingFirstRep().copy().setCode("misuse"));
      }
      if (chance.oneIn(4)) {
        terms.getCodingFirstRep().setSystem("https://ehr.clinic.example/terms");
      }
      if (chance.oneIn(2)) {
        notes.grade(id, "C41338");
      }
      if (chance.oneIn(5)) {
        notes.nullified(id);
      }
    }
  }

  private void status(String observation) {
    notes.status(
        observation,
        chance.of(List.of(ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR)));
  }
}
