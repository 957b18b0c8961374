package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distribution of maximum entropy with mean 0 and a given variance. */
class MaximumEntropyTest {
  @ParameterizedTest
  @CsvSource({
    "1, 8, 4",
    "2, 8, 4",
    "3, 8, 4",
    "5, 8, 4",
    "8, 8, 4",
    "8, 8, 1",
    "8, 8, 16",
    "8, 8, 40",
    "5, 5, 2",
    "1, 2, 1",
    "40, 40, 100",
    "20, 40, 100",
    "96, 96, 576",
    "10, 96, 480",
    "288, 288, 5184",
    "18, 288, 2592"
  })
  void hasMeanZeroAndTheVariance(int below, int above, double variance) {
    double[] p = MaximumEntropy.distribution(below, above, variance);
    double sum = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < p.length; i++) {
      assertThat(p[i]).isGreaterThanOrEqualTo(0);
      int z = i - below;
      sum += p[i];
      mean += p[i] * z;
      square += p[i] * z * z;
    }
    assertThat(p).hasSize(below + above + 1);
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(0, within(1e-9));
    assertThat(square).isCloseTo(variance, within(1e-8));
  }

  @Test
  void isSymmetricWhereTheBoundsAre() {
    double[] p = MaximumEntropy.distribution(8, 8, 4);
    for (int z = 1; z <= 8; z++) {
      assertThat(p[8 - z]).isCloseTo(p[8 + z], within(1e-13));
    }
    assertThat(p[8]).isGreaterThan(p[9]);
  }

  @Test
  void isUniformWhereTheVarianceIsThatOfTheUniformDistribution() {
    // Of 2m + 1 equally likely whole numbers around 0 the variance is m(m+1)/3.
    for (double p : MaximumEntropy.distribution(5, 5, 10)) {
      assertThat(p).isCloseTo(1 / 11.0, within(1e-12));
    }
  }

  /** No other distribution with the same mean and variance has more entropy. */
  @ParameterizedTest
  @CsvSource({"1, 8, 4", "3, 8, 4", "8, 8, 4", "20, 40, 100"})
  void hasNoLessEntropyThanOthers(int below, int above, double variance) {
    double[] p = MaximumEntropy.distribution(below, above, variance);
    double most = entropy(p);
    Random random = new Random(20261126);
    int tried = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      double[] other = moved(p, random);
      if (other.length > 0) {
        tried++;
        assertThat(entropy(other)).isLessThanOrEqualTo(most + 1e-12);
      }
    }
    assertThat(tried).isGreaterThan(1_000);
  }

  /** Moves probability among four points so that sum, mean and variance stay as they are. */
  private static double[] moved(double[] p, Random random) {
    double[] x = random.ints(0, p.length).distinct().limit(4).asDoubleStream().toArray();
    double[] other = p.clone();
    double size = 0.2 * random.nextDouble() * (random.nextBoolean() ? 1 : -1);
    for (int i = 0; i < 4; i++) {
      double weight = size * p[(int) x[0]];
      for (int j = 0; j < 4; j++) {
        // The third divided difference of every polynomial of degree 2 is 0.
        weight /= j == i ? 1 : x[i] - x[j];
      }
      other[(int) x[i]] += weight * Math.abs((x[0] - x[1]) * (x[0] - x[2]) * (x[0] - x[3]));
      if (other[(int) x[i]] < 0) {
        return new double[0];
      }
    }
    return other;
  }

  private static double entropy(double[] p) {
    double sum = 0;
    for (double each : p) {
      sum -= each > 0 ? each * Math.log(each) : 0;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 8", "1, 8, 9", "0, 8, 1", "8, 0, 1", "8, 8, 0", "8, 8, NaN"})
  void isNotMadeWhereThereIsNone(int below, int above, double variance) {
    assertThatThrownBy(() -> MaximumEntropy.distribution(below, above, variance))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
