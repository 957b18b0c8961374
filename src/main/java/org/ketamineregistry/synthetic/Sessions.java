package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** All sessions of a course. */
final class Sessions {
  /** The share of courses that begin on the day of the consultation. */
  static final double NO_REFLECTION = 0.03;

  private Sessions() {}

  static List<Session> draw(
      Enrolment enrolment, Regimen regimen, Mood mood, LocalDateTime consultation, Dice dice) {
    double laxity = enrolment.clinic().laxity();
    boolean hurried = dice.chance(NO_REFLECTION * laxity);
    int reflection = dice.between(2, 21);
    List<Session> sessions = new ArrayList<>();
    for (int day : Schedule.days(regimen, mood, dice.fork("schedule"))) {
      int number = sessions.size() + 1;
      Dice branch = dice.fork(number);
      LocalDateTime arrival =
          hurried
              ? consultation.plusMinutes(branch.between(120, 180))
              : consultation
                  .toLocalDate()
                  .plusDays(reflection)
                  .atTime(9, 0)
                  .plusMinutes(branch.between(0, 66) * 5L);
      Prescription prescribed = Prescription.of(regimen, number, enrolment.person(), mood, branch);
      sessions.add(
          Session.draw(number, regimen, arrival.plusDays(day), prescribed, laxity, branch));
    }
    return sessions;
  }
}
