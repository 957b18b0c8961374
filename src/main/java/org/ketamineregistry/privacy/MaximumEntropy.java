package org.ketamineregistry.privacy;

/**
 * The distribution of maximum entropy over the whole numbers from {@code -below} to {@code above}
 * with mean 0 and a given variance (Marley and Leaver 2011; Giessing 2016, whose R package {@code
 * ptable} does the same by a general optimiser).
 *
 * <p>Its form is known: p(z) is proportional to exp(a z + b z&sup2;). The two multipliers are found
 * by Newton's method on the convex dual, with {@link StrictMath}, so that every Java platform finds
 * the same table to the last bit.
 */
final class MaximumEntropy {
  private static final double EXACT = 1e-14;
  private static final int MOST_STEPS = 500;

  private final double[] points;
  private final double variance;
  private final double[] weights;

  private MaximumEntropy(double[] points, double variance) {
    this.points = points;
    this.variance = variance;
    this.weights = new double[points.length];
  }

  /**
   * Solves.
   *
   * @param below how far it reaches below 0, at least 1
   * @param above how far it reaches above 0, at least 1
   * @param variance above 0 and under {@code below * above}, which is the largest that a
   *     distribution of mean 0 can have there
   * @return the probability of each whole number from {@code -below} to {@code above}
   * @throws IllegalArgumentException where no distribution has that variance
   */
  static double[] distribution(int below, int above, double variance) {
    if (below < 1 || above < 1 || !(variance > 0) || variance >= (double) below * above) {
      throw new IllegalArgumentException(
          "No distribution of mean 0 from -%d to %d has the variance %s."
              .formatted(below, above, variance));
    }
    // In units of the largest noise both multipliers are of a moderate size.
    double scale = Math.max(below, above);
    double[] points = new double[below + above + 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = (i - below) / scale;
    }
    return new MaximumEntropy(points, variance / (scale * scale)).solve();
  }

  private double[] solve() {
    double a = 0;
    // Close to the answer where the bounds are far: a normal distribution cut off.
    double b = -0.5 / variance;
    Moments now = moments(a, b);
    for (int step = 0; step < MOST_STEPS && now.error() > EXACT; step++) {
      double determinant = now.aa * now.bb - now.ab * now.ab;
      double towardsA = (now.bb * now.offMean - now.ab * now.offVariance) / determinant;
      double towardsB = (now.aa * now.offVariance - now.ab * now.offMean) / determinant;
      double share = 1;
      Moments next = moments(a - towardsA, b - towardsB);
      double descent = now.offMean * towardsA + now.offVariance * towardsB;
      while (!(next.dual <= now.dual - 1e-4 * share * descent) && descent > 1e-12 && share > 1e-9) {
        share /= 2;
        next = moments(a - share * towardsA, b - share * towardsB);
      }
      a -= share * towardsA;
      b -= share * towardsB;
      if (descent <= 1e-12 && next.error() >= now.error()) {
        break; // Rounding is all that is left.
      }
      now = next;
    }
    moments(a, b);
    return weights.clone();
  }

  /** Fills the weights for these multipliers and tells how far they miss. */
  private Moments moments(double a, double b) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double z : points) {
      largest = Math.max(largest, a * z + b * z * z);
    }
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      weights[i] = StrictMath.exp(a * points[i] + b * points[i] * points[i] - largest);
      sum += weights[i];
    }
    double m1 = 0;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (int i = 0; i < points.length; i++) {
      double z = points[i];
      weights[i] /= sum;
      m1 += weights[i] * z;
      m2 += weights[i] * z * z;
      m3 += weights[i] * z * z * z;
      m4 += weights[i] * z * z * z * z;
    }
    return new Moments(
        m1,
        m2 - variance,
        m2 - m1 * m1,
        m3 - m1 * m2,
        m4 - m2 * m2,
        largest + StrictMath.log(sum) - b * variance);
  }

  private record Moments(
      double offMean, double offVariance, double aa, double ab, double bb, double dual) {
    double error() {
      return Math.max(Math.abs(offMean), Math.abs(offVariance));
    }
  }
}
