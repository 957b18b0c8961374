package org.ketamineregistry.privacy;

/**
 * A 95 % interval.
 *
 * @param low its lower end
 * @param high its upper end; infinite where the noise leaves it open
 */
public record Interval(double low, double high) {
  /** The two-sided 95 % quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  /** Where a true count lies, from the noise alone: a registry counts, it does not sample. */
  static Interval ofCount(double value, double noiseVariance) {
    double reach = Z * Math.sqrt(noiseVariance);
    return new Interval(Math.max(0, value - reach), value + reach);
  }

  /**
   * Where a proportion lies, from sampling and noise together.
   *
   * <p>It is Wilson's (1927) interval with the noise in it: all p with (p&#770; - p)&sup2; &le;
   * z&sup2; [p(1-p)/d + (V&#8345; + p&sup2; V&#8346;)/d&sup2;], where d is the released denominator
   * and V&#8345;, V&#8346; the variances of the noise of numerator and denominator. Without noise
   * it is Wilson's; without sampling it is Fieller's (1954) for a quotient of two independent
   * values.
   */
  static Interval ofProportion(
      double numerator, double denominator, double numeratorNoise, double denominatorNoise) {
    Interval open =
        solve(numerator, denominator, numeratorNoise, denominatorNoise, Z * Z / denominator);
    return new Interval(open.low(), Math.min(1, open.high()));
  }

  /** The same for a rate, whose numerator has Poisson's variance instead: r/d. */
  static Interval ofRate(
      double numerator, double denominator, double numeratorNoise, double denominatorNoise) {
    return solve(numerator, denominator, numeratorNoise, denominatorNoise, 0);
  }

  private static Interval solve(double n, double d, double vn, double vd, double binomial) {
    double z2 = Z * Z;
    double estimate = n / d;
    double a = 1 + binomial - z2 * vd / (d * d);
    double b = 2 * estimate + z2 / d;
    double c = estimate * estimate - z2 * vn / (d * d);
    if (a <= 0) {
      // The denominator may be 0 for all that is known, and the quotient anything.
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    return new Interval(Math.max(0, (b - root) / (2 * a)), (b + root) / (2 * a));
  }
}
