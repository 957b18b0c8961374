package org.ketamineregistry.privacy;

import java.util.Collection;
import java.util.Optional;

/**
 * The sum of the members' counts (R10).
 *
 * @param value the sum of what is shown
 * @param lowerBound whether a member withheld its part, so that the true sum is higher but for
 *     noise
 * @param shown how many members are in it
 * @param withheld how many members withheld their part
 * @param noiseVariance the sum of the variances of what is shown
 */
public record PooledCount(
    long value, boolean lowerBound, int shown, int withheld, double noiseVariance) {

  /**
   * Where the true sum lies, from the noise of all that is in it; empty where nothing is, or where
   * a part is withheld.
   */
  public Optional<Interval> interval() {
    return shown == 0 || lowerBound
        ? Optional.empty()
        : Optional.of(Interval.ofCount(value, noiseVariance));
  }

  /** Adds up. */
  public static PooledCount of(Collection<MemberCount> counts) {
    long value = 0;
    double variance = 0;
    int shown = 0;
    for (MemberCount count : counts) {
      if (count.value().isPresent()) {
        value = Math.addExact(value, count.value().getAsLong());
        variance += count.noiseVariance();
        shown++;
      }
    }
    return new PooledCount(value, shown < counts.size(), shown, counts.size() - shown, variance);
  }
}
