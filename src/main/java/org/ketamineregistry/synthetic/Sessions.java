package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** All sessions of a course. A patient keeps their hour of the day, so intervals are whole days. */
final class Sessions {
  /** The share of courses that begin on the day of the consultation. */
  static final double NO_REFLECTION = 0.03;

  private static final int SESSIONS_BETWEEN_WEIGHINGS = 4;

  private Sessions() {}

  static List<Session> draw(
      Enrolment enrolment, Regimen regimen, Mood mood, LocalDateTime consultation, Dice dice) {
    double laxity = enrolment.clinic().laxity();
    LocalDateTime first = first(consultation, laxity, dice);
    int preparation = dice.between(4, 9) * 5;
    List<Session> sessions = new ArrayList<>();
    for (int day : Schedule.days(regimen, mood, dice.fork("schedule"))) {
      int number = sessions.size() + 1;
      Dice branch = dice.fork(number);
      LocalDateTime arrival = first.plusDays(day);
      double kilograms = kilograms(enrolment.person(), number, dice);
      Prescription prescribed = Prescription.of(regimen, number, kilograms, mood, branch);
      sessions.add(
          Session.draw(
              number,
              regimen,
              arrival,
              arrival.plusMinutes(preparation),
              kilograms,
              prescribed,
              laxity,
              branch));
    }
    return sessions;
  }

  /** Usually a week or more after the consultation; some jurisdictions are content with a day. */
  private static LocalDateTime first(LocalDateTime consultation, double laxity, Dice dice) {
    int days = dice.chance(0.93) ? dice.between(8, 24) : dice.between(2, 6);
    int slot = dice.between(0, 66) * 5;
    int hurry = dice.between(24, 36) * 5;
    return dice.chance(NO_REFLECTION * laxity)
        ? consultation.plusMinutes(hurry)
        : consultation.toLocalDate().plusDays(days).atTime(9, 0).plusMinutes(slot);
  }

  static boolean isWeighing(int session) {
    return session % SESSIONS_BETWEEN_WEIGHINGS == 1;
  }

  /** Doses go by the weight that was measured last. */
  private static double kilograms(Person person, int session, Dice dice) {
    Dice weighing = dice.fork("weighing").fork((session - 1) / SESSIONS_BETWEEN_WEIGHINGS);
    return Math.round((person.kilograms() + weighing.normal(0, 0.8)) * 10) / 10.0;
  }
}
