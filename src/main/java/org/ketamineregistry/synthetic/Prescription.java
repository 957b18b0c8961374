package org.ketamineregistry.synthetic;

/**
 * What is given in one session.
 *
 * @param milligrams the base, not the salt
 * @param minutes how long the giving takes
 */
record Prescription(double milligrams, int minutes) {

  /**
   * The dose of a session: 0.5 mg/kg over 40 minutes by vein, a spray of 56 or 84 mg, and the rest
   * by weight.
   */
  static Prescription of(Regimen regimen, int session, double kilograms, Mood mood, Dice dice) {
    return switch (regimen) {
      case INTRAVENOUS_RACEMIC ->
          new Prescription(whole(kilograms * infused(session, mood, dice)), infusionMinutes(dice));
      case NASAL_ESKETAMINE ->
          new Prescription(session > 1 && mood.toleratesMore() ? 84 : 56, dice.between(10, 15));
      case SUBCUTANEOUS_RACEMIC ->
          new Prescription(whole(kilograms * stepped(session, mood)), dice.between(1, 3));
      case ORAL_RACEMIC -> new Prescription(toFive(kilograms * stepped(session, mood) * 1.5), 5);
      case SUBLINGUAL_RACEMIC -> new Prescription(toFive(kilograms * stepped(session, mood)), 10);
      case INTRAMUSCULAR_RACEMIC -> new Prescription(whole(kilograms * 0.5), 1);
    };
  }

  /** Milligrams a hour, as an infusion pump shows it. */
  double milligramsPerHour() {
    return Math.round(milligrams * 600.0 / minutes) / 10.0;
  }

  /** The part that was given until an infusion was stopped. */
  Prescription stoppedAfter(int elapsed) {
    return new Prescription(Math.max(1, Math.round(milligrams * elapsed / minutes)), elapsed);
  }

  private static double infused(int session, Mood mood, Dice dice) {
    if (dice.chance(0.004)) {
      return dice.between(1.05, 1.25); // an anaesthetic dose, which a practice rule is to find
    }
    boolean raised = session > 3 && !mood.responds() && mood.toleratesMore();
    return raised ? 0.75 : 0.5;
  }

  private static int infusionMinutes(Dice dice) {
    return dice.chance(0.85) ? 40 : dice.between(7, 12) * 5;
  }

  private static double stepped(int session, Mood mood) {
    if (!mood.toleratesMore() || session <= 2) {
      return 0.5;
    }
    return session <= 4 ? 0.75 : 1.0;
  }

  /** Rounded down, so that rounding alone never exceeds a limit by weight. */
  private static double whole(double milligrams) {
    return Math.floor(milligrams);
  }

  private static double toFive(double milligrams) {
    return Math.round(milligrams / 5) * 5.0;
  }
}
