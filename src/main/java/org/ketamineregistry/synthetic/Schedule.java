package org.ketamineregistry.synthetic;

import java.util.ArrayList;
import java.util.List;

/** The days of a patient's sessions, counted from the first one. */
final class Schedule {
  private static final int[] TWICE_WEEKLY = {3, 4};

  private Schedule() {}

  static List<Integer> days(Regimen regimen, Mood mood, Dice dice) {
    List<Integer> days = new ArrayList<>();
    int day = 0;
    int last = sessions(regimen, mood, dice);
    boolean weeklyMaintenance = dice.chance(0.4);
    for (int session = 1; session <= last; session++) {
      days.add(day);
      day += interval(regimen, session, weeklyMaintenance, dice);
      if (dice.chance(0.025)) {
        break; // lapsed: nobody hears from this patient again
      }
    }
    return days;
  }

  private static int sessions(Regimen regimen, Mood mood, Dice dice) {
    boolean givenUp = !mood.responds() && dice.chance(0.5);
    if (givenUp) {
      return dice.between(3, 6);
    }
    boolean maintained = mood.responds() && dice.chance(0.6);
    return switch (regimen) {
      case INTRAVENOUS_RACEMIC -> 6 + (maintained ? dice.between(1, 8) : 0);
      case NASAL_ESKETAMINE -> 12 + (maintained ? dice.between(2, 14) : 0);
      case ORAL_RACEMIC, SUBLINGUAL_RACEMIC -> 8 + (maintained ? dice.between(1, 6) : 0);
      case SUBCUTANEOUS_RACEMIC, INTRAMUSCULAR_RACEMIC -> 6 + (maintained ? dice.between(1, 4) : 0);
    };
  }

  private static int interval(Regimen regimen, int session, boolean weekly, Dice dice) {
    if (dice.chance(0.012)) {
      return dice.between(1, 2); // too soon, which a practice rule is to find
    }
    int putOff = dice.chance(0.07) ? dice.between(1, 3) : 0;
    return putOff + planned(regimen, session, weekly, dice);
  }

  /** Esketamine: twice weekly in weeks 1 to 4, weekly in 5 to 8, then weekly or every two weeks. */
  private static int planned(Regimen regimen, int session, boolean weekly, Dice dice) {
    if (regimen == Regimen.NASAL_ESKETAMINE) {
      return session < 8 ? TWICE_WEEKLY[(session + 1) % 2] : session < 12 || weekly ? 7 : 14;
    }
    return session < 6 ? TWICE_WEEKLY[(session + 1) % 2] : dice.between(14, 35);
  }
}
