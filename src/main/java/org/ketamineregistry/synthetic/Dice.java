package org.ketamineregistry.synthetic;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A seeded source of chance (SplitMix64). It is written out here because a cohort has to stay the
 * same on every version of Java, which the JDK promises for none of its Gaussian generators.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long origin;
  private long state;

  private Dice(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  static Dice of(long seed) {
    return new Dice(mix(seed + GOLDEN_GAMMA));
  }

  /** Dice that depend on the seed and the branch alone, however often this one was thrown. */
  Dice fork(long branch) {
    return new Dice(mix(origin ^ mix(branch + GOLDEN_GAMMA)));
  }

  Dice fork(String branch) {
    return fork(0xB5AD4ECEDA1CE2A9L ^ branch.hashCode());
  }

  /** A number in [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number between the two, both included. */
  int between(int lowest, int highest) {
    return lowest + (int) (unit() * (highest - lowest + 1));
  }

  double between(double lowest, double highest) {
    return lowest + unit() * (highest - lowest);
  }

  /** A roughly normal number: twelve throws added, so it never strays more than six deviations. */
  double normal(double mean, double deviation) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return mean + deviation * sum;
  }

  int normal(double mean, double deviation, int lowest, int highest) {
    return (int) Math.round(Math.max(lowest, Math.min(highest, normal(mean, deviation))));
  }

  UUID uuid() {
    long high = (next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits + 16);
    while (hex.length() < digits) {
      hex.append(HexFormat.of().toHexDigits(next()));
    }
    return hex.substring(0, digits);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
