package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hl7.fhir.r4.model.Reference;
import org.ketamineregistry.synthetic.Submission.Kind;

/**
 * One session as a submission: the visit, the dose, its monitoring, scores when they are due, and
 * what went wrong.
 */
final class SessionSubmission {
  private static final int MOST_REACTIONS = 3;

  private final Enrolment enrolment;
  private final Mood mood;

  SessionSubmission(Enrolment enrolment, Mood mood) {
    this.enrolment = enrolment;
    this.mood = mood;
  }

  Dispatch of(Session session, LocalDateTime firstArrival, Dice dice) {
    SubmissionDraft draft = new SubmissionDraft(enrolment.clinic(), dice.fork("bundle"));
    String key = String.format(Locale.ROOT, "%s-s%02d", enrolment.key(), session.number());
    Reference patient = enrolment.addTo(draft);
    Reference encounter = SessionRecord.addTo(draft, session, key, patient, enrolment.course());
    Reference administration =
        AdministrationRecord.addTo(draft, session, key, patient, encounter, dice.fork("dose"));
    ObservationDraft observations = new ObservationDraft(draft, key, patient, encounter);
    monitoring(observations, session, dice.fork("monitoring"));
    score(observations, session, (int) ChronoUnit.DAYS.between(firstArrival, session.arrival()));
    reactions(draft, session, key, patient, encounter, administration, dice.fork("reactions"));
    if (SupplyRecord.isDue(session, dice)) {
      SupplyRecord.addTo(draft, enrolment, session, key, patient, encounter, dice.fork("supply"));
    }
    return Dispatch.of(draft, Kind.SESSION, session.departure().plusMinutes(delay(dice)));
  }

  private void monitoring(ObservationDraft observations, Session session, Dice dice) {
    MonitoringRecords monitoring = new MonitoringRecords(observations, session, dice);
    monitoring.bloodPressures();
    monitoring.heartRate();
    monitoring.oxygenSaturation();
    monitoring.sedation();
    monitoring.dissociation();
    if (session.number() == 1 && dice.fork("psychotomimetic").chance(0.35)) {
      monitoring.psychotomimeticSymptoms();
    }
    if (Sessions.isWeighing(session.number())) {
      monitoring.weight();
    }
  }

  /**
   * A weekly scale before every second session, and the one with two weeks of recall before every
   * fourth.
   */
  private void score(ObservationDraft observations, Session session, int day) {
    if (session.number() == 1 || session.number() % 2 == 0) {
      return;
    }
    Instrument instrument = session.number() % 4 == 1 ? Instrument.PHQ_9 : enrolment.weeklyScale();
    int score = instrument.score(mood.madrs(), mood.level(Math.max(8, day), 7));
    instrument.addTo(observations, "", session.arrival().plusMinutes(5), score);
  }

  private static void reactions(
      SubmissionDraft draft,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Reference administration,
      Dice dice) {
    int reported = 0;
    for (Reaction reaction : Reaction.values()) {
      boolean cause = session.unbearable() && reaction == Reaction.DISSOCIATION;
      boolean happens = dice.chance(reaction.chance(session.number(), session.regimen()));
      if (reported < MOST_REACTIONS && (cause || happens)) {
        AdverseEventRecord.addTo(
            draft, reaction, session, key, patient, encounter, administration, dice);
        reported++;
      }
    }
  }

  /**
   * Minutes until the clinic sends the record: mostly within a day, now and then later than the
   * seven days allowed.
   */
  private static long delay(Dice dice) {
    double lateness = dice.unit();
    int hours =
        lateness < 0.82
            ? dice.between(1, 20)
            : lateness < 0.97 ? dice.between(21, 160) : dice.between(170, 500);
    return hours * 60L + dice.between(0, 59);
  }
}
