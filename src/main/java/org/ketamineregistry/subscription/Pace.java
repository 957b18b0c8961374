package org.ketamineregistry.subscription;

import java.time.Duration;

/**
 * How often a hook is tried.
 *
 * @param attempts 1 to 100: how often in a row before it is given up
 * @param first the wait after the first failure; it doubles with each
 * @param longest the longest wait
 */
public record Pace(int attempts, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  public Pace {
    if (attempts < 1 || attempts > 100) {
      throw new IllegalArgumentException("A hook is tried 1 to 100 times");
    }
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("Waits are longer than nothing, the longest the longest");
    }
  }

  /** Whether a hook is given up after so many failures in a row. */
  boolean givesUp(int failures) {
    return failures >= attempts;
  }

  /**
   * How long to wait after so many failures, a fifth more or less by chance, so that hooks that
   * failed together are not tried together.
   *
   * @param chance 0 to under 1
   */
  Duration pause(int failures, double chance) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration wait = first.multipliedBy(1L << doublings);
    Duration bounded = wait.compareTo(longest) > 0 ? longest : wait;
    return Duration.ofMillis(Math.max(1, Math.round(bounded.toMillis() * (0.8 + 0.4 * chance))));
  }
}
