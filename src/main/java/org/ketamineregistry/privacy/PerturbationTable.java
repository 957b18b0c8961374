package org.ketamineregistry.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which noise a count gets for which draw. For each count from 1 on the noise is unbiased, of a
 * fixed variance, bounded by the largest noise, never makes the count negative, and has the maximum
 * entropy under these constraints. From the largest noise on all counts have the same distribution.
 *
 * <p>There is no row for 0: an empty cell is never perturbed, and is withheld like a small one.
 *
 * <p>Where a count is so small that the variance is out of reach, the row has half of the largest
 * variance that is in reach; such a count is under every threshold that {@link PrivacyParameters}
 * permits, or its cell has hardly any person in it.
 */
final class PerturbationTable {
  private static final double FULL = 0x1p-53;

  private final int maximumNoise;
  private final double variance;
  private final Map<Integer, double[]> rows = new ConcurrentHashMap<>();

  private PerturbationTable(int maximumNoise, double variance) {
    this.maximumNoise = maximumNoise;
    this.variance = variance;
  }

  /**
   * A table.
   *
   * @param maximumNoise the largest noise, upwards and downwards; at least 1
   * @param variance of the noise; above 0, under the square of the largest noise
   */
  static PerturbationTable of(int maximumNoise, double variance) {
    return new PerturbationTable(maximumNoise, variance);
  }

  /**
   * The noise.
   *
   * @param count the true count, 1 or more
   * @param draw uniform over 64 bits, of which the upper 53 count
   * @return from {@code -min(count, maximumNoise)} to {@code maximumNoise}
   */
  int noise(long count, long draw) {
    double[] sums = sums(row(count));
    double at = (draw >>> 11) * FULL;
    int found = Arrays.binarySearch(sums, at);
    // A draw on a boundary belongs above it.
    int index = found >= 0 ? found + 1 : -found - 1;
    return Math.min(index, sums.length - 1) - lowest(count);
  }

  /** How far the noise of a count reaches below 0. */
  int lowest(long count) {
    return row(count);
  }

  /** The probabilities of a count's noise, from the lowest on. */
  double[] probabilities(long count) {
    double[] sums = sums(row(count));
    double[] probabilities = sums.clone();
    for (int i = 1; i < sums.length; i++) {
      probabilities[i] = sums[i] - sums[i - 1];
    }
    return probabilities;
  }

  /** The variance of a count's noise: the fixed one, or what a very small count can have. */
  double varianceOf(long count) {
    return Math.min(variance, 0.5 * row(count) * maximumNoise);
  }

  double variance() {
    return variance;
  }

  int maximumNoise() {
    return maximumNoise;
  }

  private int row(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("An empty cell is not perturbed.");
    }
    return (int) Math.min(count, maximumNoise);
  }

  /** The sums of a row's probabilities; a row is solved when a count first needs it. */
  private double[] sums(int row) {
    return rows.computeIfAbsent(
        row, count -> sums(MaximumEntropy.distribution(count, maximumNoise, varianceOf(count))));
  }

  private static double[] sums(double[] probabilities) {
    double[] sums = new double[probabilities.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += probabilities[i];
      sums[i] = sum;
    }
    sums[sums.length - 1] = 1;
    return sums;
  }
}
