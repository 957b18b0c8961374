package org.ketamineregistry.icsr;

/** D.2.3, the groups of age of ICH E2B(R3), of which a year of birth can tell these. */
final class AgeGroup {
  private static final int INFANT = 2;
  private static final int CHILD = 3;
  private static final int ADOLESCENT = 4;
  private static final int ADULT = 5;
  private static final int ELDERLY = 6;

  private AgeGroup() {}

  /** The group of an age in years, by ICH E11: 2 to 11, 12 to 17, 18 to 64, from 65 on. */
  static int of(int age) {
    return age < 2 ? INFANT : age < 12 ? CHILD : age < 18 ? ADOLESCENT : age < 65 ? ADULT : ELDERLY;
  }
}
