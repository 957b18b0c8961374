package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.synthetic.Submission.Kind;

/**
 * One person at one clinic, from the consultation to the last follow-up, as the submissions that
 * come of it.
 */
final class Attendance {
  private final Enrolment enrolment;
  private final Dice dice;
  private final Mood mood;
  private final LocalDateTime consultation;
  private final Course course;
  private final SharingDecision sharing;
  private final TreatmentDecision treatment;
  private final List<Session> sessions;

  Attendance(Enrolment enrolment, LocalDate consultationDay, boolean onlyOne, Dice dice) {
    this.enrolment = enrolment;
    this.dice = dice;
    this.mood = Mood.draw(dice.fork("mood"));
    this.consultation = consultationDay.atTime(9, 0).plusMinutes(dice.between(0, 48) * 5L);
    this.course = Course.draw(consultationDay, dice.fork("course"));
    this.sharing =
        SharingDecision.draw(consultation.plusMinutes(30), onlyOne, dice.fork("sharing"));
    this.sessions =
        Sessions.draw(enrolment, Regimen.draw(dice), mood, consultation, dice.fork("sessions"));
    this.treatment =
        TreatmentDecision.draw(
            consultation,
            sessions.get(0).doseStart(),
            enrolment.clinic().laxity(),
            dice.fork("treatment"));
  }

  /**
   * Everything that was sent by the reference date; nothing after a withdrawal but the withdrawal
   * itself.
   */
  List<Dispatch> dispatches() {
    LocalDateTime withdrawn = sharing.withdrawn();
    List<Dispatch> dispatches = new ArrayList<>(sharing.permitsRegistry() ? treated() : objected());
    if (withdrawn != null) {
      dispatches.removeIf(dispatch -> !dispatch.sent().isBefore(withdrawn));
      dispatches.add(sharing("withdrawal", Kind.WITHDRAWAL, withdrawn));
    }
    LocalDateTime end = Cohort.REFERENCE_DATE.atStartOfDay();
    dispatches.removeIf(dispatch -> !dispatch.sent().isBefore(end));
    return dispatches;
  }

  private List<Dispatch> objected() {
    return List.of(sharing("objection", Kind.OBJECTION, null));
  }

  private List<Dispatch> treated() {
    List<Dispatch> dispatches = new ArrayList<>();
    dispatches.add(consultation());
    if (consentIsLate()) {
      dispatches.add(lateConsent());
    }
    SessionSubmission submission = new SessionSubmission(enrolment, mood);
    LocalDateTime first = sessions.get(0).arrival();
    for (Session session : sessions) {
      dispatches.add(submission.of(session, first, dice.fork("session").fork(session.number())));
    }
    dispatches.addAll(new Reviews(enrolment, sessions, dice.fork("reviews")).dispatches());
    dispatches.addAll(
        new FollowUps(enrolment, course, mood, sessions, dice.fork("follow-ups")).dispatches());
    return dispatches;
  }

  private Dispatch consultation() {
    SubmissionDraft draft = draft("consultation");
    Reference patient = enrolment.addTo(draft);
    enrolment.prescriber().addTo(draft);
    course.addTo(draft, enrolment, patient, null);
    ConsentRecords.addSharing(draft, sharing, enrolment.key(), patient, null);
    LocalDateTime sent = consultation.plusMinutes(45);
    LocalDateTime decided = treatment.decided();
    if (decided != null && !consentIsLate()) {
      ConsentRecords.addTreatment(draft, treatment, decided, enrolment.key(), patient);
      sent = decided.isAfter(sent) ? decided : sent;
    }
    ObservationDraft observations =
        new ObservationDraft(draft, enrolment.key() + "-base", patient, null);
    LocalDateTime asked = consultation.plusMinutes(20);
    double felt = dice.fork("baseline").between(0.9, 1.1);
    Instrument.MADRS.addTo(observations, "", asked, mood.madrs());
    Instrument.PHQ_9.addTo(observations, "", asked, Instrument.PHQ_9.score(mood.madrs(), felt));
    HistoryRecords.addTo(draft, enrolment, patient, asked, dice.fork("history"));
    return Dispatch.of(draft, Kind.CONSULTATION, sent.plusMinutes(2));
  }

  private boolean consentIsLate() {
    LocalDateTime decided = treatment.decided();
    return decided != null && decided.isAfter(sessions.get(0).doseStart());
  }

  private Dispatch lateConsent() {
    SubmissionDraft draft = draft("late consent");
    Reference patient = enrolment.addTo(draft);
    LocalDateTime decided = Objects.requireNonNull(treatment.decided());
    ConsentRecords.addTreatment(draft, treatment, decided, enrolment.key(), patient);
    return Dispatch.of(draft, Kind.CONSENT, decided.plusMinutes(50));
  }

  private Dispatch sharing(String branch, Kind kind, @Nullable LocalDateTime withdrawn) {
    SubmissionDraft draft = draft(branch);
    Reference patient = enrolment.addTo(draft);
    ConsentRecords.addSharing(draft, sharing, enrolment.key(), patient, withdrawn);
    LocalDateTime said = withdrawn == null ? sharing.decided() : withdrawn;
    return Dispatch.of(draft, kind, said.plusMinutes(15));
  }

  private SubmissionDraft draft(String branch) {
    return new SubmissionDraft(enrolment.clinic(), dice.fork(branch));
  }
}
