package org.ketamineregistry.synthetic;

/**
 * How one patient's depression goes. Of the patients 71 % have at least 50 % fewer symptoms within
 * a day, and a third of those keep it for a week.
 *
 * @param madrs the score before treatment, 0 to 60
 * @param responds whether the first session halves the score within 24 hours
 * @param keeps whether that still holds after a week
 * @param toleratesMore whether the dose can be raised
 */
record Mood(int madrs, boolean responds, boolean keeps, boolean toleratesMore, long noise) {
  static final double RESPONSE_RATE = 0.71;
  static final double KEEPING_RATE = 1 / 3.0;

  static Mood draw(Dice dice) {
    boolean responds = dice.chance(RESPONSE_RATE);
    return new Mood(
        dice.normal(32, 5.5, 20, 54),
        responds,
        responds && dice.chance(KEEPING_RATE),
        dice.chance(0.68),
        dice.between(0, Integer.MAX_VALUE - 1));
  }

  /**
   * The share of the first score that is left.
   *
   * @param sinceFirst days since the first session
   * @param sinceLast days since the latest session
   */
  double level(int sinceFirst, int sinceLast) {
    Dice dice = Dice.of(noise).fork(sinceFirst);
    if (sinceFirst <= 1) {
      return responds ? dice.between(0.15, 0.46) : dice.between(0.56, 1.02);
    }
    if (sinceFirst <= 7) {
      return inFirstWeek(sinceFirst, dice);
    }
    return afterwards(sinceFirst, sinceLast, dice);
  }

  private double inFirstWeek(int day, Dice dice) {
    if (keeps) {
      return dice.between(0.2, 0.47);
    }
    double lost = responds ? day / 7.0 : 1;
    return Math.max(day == 7 ? 0.54 : 0.3, 0.4 + 0.35 * lost + dice.between(-0.12, 0.15));
  }

  /**
   * Repeated sessions carry many who lost the first effect; without sessions it wears off over
   * months.
   */
  private double afterwards(int sinceFirst, int sinceLast, Dice dice) {
    double reached = responds ? (keeps ? 0.33 : 0.5) : 0.82;
    double carried = reached + (0.75 - reached) * Math.max(0, 28 - sinceFirst) / 42.0;
    double wearing = keeps ? 0.0008 : 0.003;
    double worn = Math.min(0.9, carried + wearing * Math.max(0, sinceLast - 14));
    return Math.max(0.05, worn + dice.normal(0, 0.07));
  }
}
