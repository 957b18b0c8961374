package org.ketamineregistry.privacy;

/**
 * What protection costs a count of patients, from the table itself and not by simulation.
 *
 * @param withheld the probability that it is withheld
 * @param bias by how much the values that are shown are too high on average
 * @param error the root of the mean square of their error
 */
record Accuracy(double withheld, double bias, double error) {
  static Accuracy of(PrivacyParameters parameters, int count) {
    PerturbationTable table =
        PerturbationTable.of(parameters.maximumNoise(), parameters.noiseVariance());
    double[] p = table.probabilities(count);
    double shown = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < p.length; i++) {
      int z = i - table.lowest(count);
      if (count + z >= parameters.threshold()) {
        shown += p[i];
        mean += p[i] * z;
        square += p[i] * z * z;
      }
    }
    return new Accuracy(1 - shown, mean / shown, Math.sqrt(square / shown));
  }

  /** How often one bit is guessed that moves a value with this standard deviation by 1. */
  static double guess(double standardDeviation) {
    return normal(0.5 / standardDeviation);
  }

  /**
   * The distribution function of the standard normal distribution (Abramowitz and Stegun 26.2.17).
   */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double sum =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return 1 - StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * sum;
  }
}
