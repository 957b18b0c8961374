package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;

/** Courses about the bounds of the period: their doses, consents, and sheets. */
final class RandomCourses {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-10-01"),
          LocalDate.parse("2026-12-31"),
          LocalDate.parse("2026-11-12"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2026-11-12"),
          LocalDate.parse("2027-01-01"));
  private static final List<String> TIMES = List.of("00:00:00", "12:00:00", "23:59:58");
  private static final List<String> PARTS =
      List.of(
          "consultation-date",
          "information-sheet",
          "capacity",
          "freely-given",
          "options-discussed",
          "advocate-present",
          "nothing");

  private final RandomNotes chance;
  private final CaseNotes notes;

  private RandomCourses(RandomNotes chance, CaseNotes notes) {
    this.chance = chance;
    this.notes = notes;
  }

  /** Doses of a course, of which one may be larger. */
  static void doses(RandomNotes chance, CaseNotes notes) {
    new RandomCourses(chance, notes).doses();
  }

  /** Consents at the first dose of a course. */
  static void consents(RandomNotes chance, CaseNotes notes) {
    new RandomCourses(chance, notes).consents();
  }

  private void doses() {
    LocalDate day = chance.inTurn(DAYS);
    String begin = chance.on(day, chance.of(TIMES));
    var at = OffsetDateTime.parse(begin);
    String first = chance.id("session");
    notes.session(first, "course-1", begin);
    dose(first, at, 30);
    if (chance.oneIn(2)) {
      dose(first, at, chance.of(List.of(20, 40)));
    }
    for (int i = 1 + chance.below(2); i > 0; i--) {
      String id = chance.id("session");
      OffsetDateTime next = at.plusDays(chance.of(List.of(-1, 1, 7, 7)));
      notes.session(id, chance.oneIn(6) ? "course-2" : "course-1", chance.text(next));
      dose(id, next, chance.of(List.of(30, 43, 44, 45, 45)));
      if (chance.oneIn(8)) {
        ((Encounter) notes.record(id)).getEpisodeOfCare().clear();
      }
    }
    if (chance.oneIn(8)) {
      ((EpisodeOfCare) notes.record("course-1")).setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
    }
    if (chance.oneIn(2)) {
      notes.incentive("course-1", chance.oneIn(2));
    }
  }

  private String dose(String session, OffsetDateTime at, double milligrams) {
    String id = chance.id("dose");
    notes.dose(
        id,
        session,
        chance.text(at),
        milligrams,
        chance.oneIn(8) ? "esketamine" : "racemic-ketamine",
        chance.oneIn(8) ? CaseNotes.NASAL : CaseNotes.INTRAVENOUS);
    return id;
  }

  private void consents() {
    OffsetDateTime first = OffsetDateTime.parse("2026-11-12T10:00:00Z");
    String session = chance.id("session");
    notes.session(session, "course-1", chance.text(first));
    String dose = dose(session, first, 30);
    String later = chance.id("session");
    notes.treated(
        later, chance.oneIn(2) ? "course-1" : "course-2", chance.text(first.plusDays(3)), 30);
    consent(first, chance.inTurn(PARTS));
    if (chance.oneIn(2)) {
      consent(first, chance.of(PARTS));
    }
    if (chance.oneIn(3)) {
      // Two at once.
      String when = chance.text(first.minusDays(3));
      notes.consent("one", when).without("one", chance.of(PARTS));
      notes.consent("another", when).without("another", chance.of(PARTS));
    }
    for (int i = chance.below(3); i > 0; i--) {
      String id = chance.id("finding");
      notes.finding(
          id,
          chance.oneIn(6) ? "review-overdue" : "information-sheet-outdated",
          chance.text(first.plusDays(1)),
          chance.oneIn(2) ? dose : later + "-dose");
      if (chance.oneIn(2)) {
        ((DetectedIssue) notes.record(id))
            .setStatus(
                chance.of(
                    List.of(DetectedIssueStatus.CANCELLED, DetectedIssueStatus.ENTEREDINERROR)));
      }
    }
  }

  private void consent(OffsetDateTime first, String without) {
    String id = chance.id("consent");
    OffsetDateTime at =
        first.plusSeconds(chance.of(List.of(0, 1, -1, -1, -86_400, -86_400, 3_600)));
    notes.consent(id, known(at)).without(id, without);
    var consent = (Consent) notes.record(id);
    switch (chance.below(7)) {
      case 0 -> notes.withdrawn(id, known(first.plusSeconds(chance.of(List.of(-1, 0, 1)))));
      case 1 -> notes.withdrawn(id, known(first.plusDays(chance.of(List.of(-1, 1)))));
      case 2 ->
          consent.setStatus(chance.of(List.of(ConsentState.REJECTED, ConsentState.ENTEREDINERROR)));
      case 3, 4 -> consent.getProvision().setType(ConsentProvisionType.DENY);
      default -> {
        // It is in force.
      }
    }
  }

  private String known(OffsetDateTime at) {
    String text = chance.text(at);
    return chance.oneIn(4) ? text.substring(0, chance.of(List.of(7, 10, 10))) : text;
  }
}
