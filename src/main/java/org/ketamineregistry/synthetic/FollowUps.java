package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.ketamineregistry.synthetic.Submission.Kind;

/**
 * What is asked and tested after the first session and, of those who stay in contact, after the
 * last.
 */
final class FollowUps {
  private static final int[] MONTHS = {3, 6, 12, 24};

  private static final Odds<String> END_OF_RESPONDERS =
      Odds.of("goal-reached", 74)
          .or("patient-decision", 9)
          .or("cost", 7)
          .or("adverse-effect", 4)
          .or("moved", 3)
          .or("other", 3);
  private static final Odds<String> END_OF_OTHERS =
      Odds.of("insufficient-effect", 72)
          .or("patient-decision", 10)
          .or("adverse-effect", 9)
          .or("cost", 7)
          .or("other", 2);

  private final Enrolment enrolment;
  private final Course course;
  private final Mood mood;
  private final Session first;
  private final Session last;
  private final Dice dice;

  FollowUps(Enrolment enrolment, Course course, Mood mood, List<Session> sessions, Dice dice) {
    this.enrolment = enrolment;
    this.course = course;
    this.mood = mood;
    this.first = sessions.get(0);
    this.last = sessions.get(sessions.size() - 1);
    this.dice = dice;
  }

  /** The course of whoever lapses stays open: nobody told the clinic that it ended. */
  List<Dispatch> dispatches() {
    List<Dispatch> dispatches = new ArrayList<>();
    dispatches.add(firstWeek());
    boolean lapsed = last.number() < 3 || dice.chance(0.12);
    if (!lapsed) {
      dispatches.add(end());
    }
    for (int month : MONTHS) {
      lapsed = lapsed || !dice.chance(0.78);
      if (!lapsed) {
        dispatches.add(later(month));
      }
    }
    return dispatches;
  }

  /**
   * A scale says something about a moment only if it asks about no more time than has passed since.
   */
  private Dispatch firstWeek() {
    SubmissionDraft draft = new SubmissionDraft(enrolment.clinic(), dice.fork("week"));
    Reference patient = enrolment.addTo(draft);
    ObservationDraft observations =
        new ObservationDraft(draft, enrolment.key() + "-week1", patient, null);
    LocalDateTime dose = first.doseEnd();
    score(observations, Instrument.MADRS_24_HOURS, "-1d", dose.plusHours(24), 1, 1);
    if (dice.chance(0.55)) {
      score(observations, Instrument.MADRS_24_HOURS, "-3d", dose.plusHours(72), 3, 3);
    }
    if (dice.chance(0.9)) {
      score(observations, Instrument.MADRS, "-7d", dose.plusDays(7), 7, 7);
    }
    SafetyRecords safety = new SafetyRecords(observations, dice.fork("week-safety"));
    safety.suicidality(dose.plusHours(24), mood.level(1, 1), 1, "24-hours");
    return Dispatch.of(draft, Kind.FOLLOW_UP, dose.plusDays(7).plusHours(3));
  }

  private Dispatch end() {
    SubmissionDraft draft = new SubmissionDraft(enrolment.clinic(), dice.fork("end"));
    Reference patient = enrolment.addTo(draft);
    LocalDateTime visit = last.arrival().plusDays(14);
    String reason = (mood.responds() ? END_OF_RESPONDERS : END_OF_OTHERS).draw(dice.fork("reason"));
    course.addTo(draft, enrolment, patient, new Course.End(visit.toLocalDate(), reason));
    ReviewRecord.addTo(
        draft, enrolment, enrolment.key() + "-end", patient, visit.plusMinutes(30), false, "stop");
    ObservationDraft observations =
        new ObservationDraft(draft, enrolment.key() + "-end", patient, null);
    int day = day(visit);
    score(observations, Instrument.MADRS, "", visit, day, 14);
    score(observations, Instrument.PHQ_9, "", visit, day, 14);
    watch(observations, visit, day, 14, "14-days");
    return Dispatch.of(draft, Kind.FOLLOW_UP, visit.plusHours(4));
  }

  private Dispatch later(int month) {
    String branch = "month" + month;
    SubmissionDraft draft = new SubmissionDraft(enrolment.clinic(), dice.fork(branch));
    Reference patient = enrolment.addTo(draft);
    LocalDateTime visit = last.arrival().plusMonths(month).plusDays(dice.between(-9, 9));
    ObservationDraft observations =
        new ObservationDraft(draft, enrolment.key() + "-" + branch, patient, null);
    int sinceLast = (int) ChronoUnit.DAYS.between(last.arrival(), visit);
    score(observations, Instrument.PHQ_9, "", visit, day(visit), sinceLast);
    score(observations, enrolment.weeklyScale(), "", visit, day(visit), sinceLast);
    watch(observations, visit, day(visit), sinceLast, month + "-months");
    return Dispatch.of(draft, Kind.FOLLOW_UP, visit.plusHours(5));
  }

  /** Two of three clinics ask and test for harm whenever they see a patient again. */
  private void watch(
      ObservationDraft observations,
      LocalDateTime visit,
      int sinceFirst,
      int sinceLast,
      String timePoint) {
    Dice branch = dice.fork("safety").fork(timePoint);
    if (!branch.chance(0.66)) {
      return;
    }
    SafetyRecords safety = new SafetyRecords(observations, branch);
    safety.suicidality(
        visit, mood.level(sinceFirst, sinceLast), Math.min(sinceLast, 30), timePoint);
    safety.craving(visit, last.number());
    safety.bladder(visit, last.number());
    safety.liver(visit, last.number());
  }

  private void score(
      ObservationDraft observations,
      Instrument instrument,
      String suffix,
      LocalDateTime at,
      int sinceFirst,
      int sinceLast) {
    int score = instrument.score(mood.madrs(), mood.level(sinceFirst, sinceLast));
    instrument.addTo(observations, suffix, at, score);
  }

  private int day(LocalDateTime visit) {
    return (int) ChronoUnit.DAYS.between(first.arrival(), visit);
  }
}
