package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Reference;
import org.ketamineregistry.synthetic.Submission.Kind;

/** The reviews by the prescriber while the course runs: about every four weeks, some left out. */
final class Reviews {
  /** The share of reviews that a usual clinic leaves out, which a practice rule is to find. */
  static final double LEFT_OUT = 0.1;

  private static final int USUAL_DAYS = 28;

  private static final Odds<String> DECISIONS =
      Odds.of("continue", 70)
          .or("change-interval", 14)
          .or("change-dose", 11)
          .or("taper", 4)
          .or("change-route", 1);

  private final Enrolment enrolment;
  private final List<Session> sessions;
  private final Dice dice;

  Reviews(Enrolment enrolment, List<Session> sessions, Dice dice) {
    this.enrolment = enrolment;
    this.sessions = sessions;
    this.dice = dice;
  }

  List<Dispatch> dispatches() {
    List<Dispatch> dispatches = new ArrayList<>();
    LocalDateTime last = sessions.get(sessions.size() - 1).arrival();
    LocalDateTime due = sessions.get(0).arrival();
    for (int number = 1; ; number++) {
      Dice branch = dice.fork(number);
      due = due.plusDays(USUAL_DAYS + branch.between(-4, 4));
      if (due.isAfter(last)) {
        return dispatches;
      }
      if (!branch.chance(LEFT_OUT * enrolment.clinic().laxity())) {
        dispatches.add(review(number, due, branch));
      }
    }
  }

  private Dispatch review(int number, LocalDateTime due, Dice branch) {
    SubmissionDraft draft = new SubmissionDraft(enrolment.clinic(), branch.fork("bundle"));
    Reference patient = enrolment.addTo(draft);
    LocalDateTime start = due.toLocalDate().atTime(8, 0).plusMinutes(branch.between(0, 100) * 5L);
    String key = String.format(Locale.ROOT, "%s-r%02d", enrolment.key(), number);
    ReviewRecord.addTo(
        draft, enrolment, key, patient, start, branch.chance(0.3), DECISIONS.draw(branch));
    return Dispatch.of(draft, Kind.REVIEW, start.plusMinutes(ReviewRecord.MINUTES + 60L));
  }
}
