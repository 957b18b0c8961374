package org.ketamineregistry.network;

import java.time.Duration;

/**
 * How often a member is tried.
 *
 * @param attempts 1 to 20: how often before it is told what is wrong; after that it is tried more
 *     slowly, for an answer that is late
 * @param first the wait after the first failure; it doubles with each
 * @param longest the longest wait
 * @param deferred how often a member is looked in at where a person has to decide
 */
public record Pace(int attempts, Duration first, Duration longest, Duration deferred) {
  private static final int MOST_DOUBLINGS = 20;

  public Pace {
    if (attempts < 1 || attempts > 20) {
      throw new IllegalArgumentException("A member is tried 1 to 20 times");
    }
    if (first.isNegative()
        || first.isZero()
        || longest.compareTo(first) < 0
        || deferred.isNegative()
        || deferred.isZero()) {
      throw new IllegalArgumentException("Waits are longer than nothing, the longest the longest");
    }
  }

  /**
   * How long to wait after so many failures, a fifth more or less by chance, so that members and
   * askers that failed together do not try together.
   *
   * @param chance 0 to under 1
   */
  Duration wait(int failures, double chance) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration wait = first.multipliedBy(1L << doublings);
    Duration bounded = wait.compareTo(longest) > 0 ? longest : wait;
    return Duration.ofMillis(Math.max(1, Math.round(bounded.toMillis() * (0.8 + 0.4 * chance))));
  }
}
