package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals that include sampling and noise. */
class IntervalTest {
  /** The worked examples of Newcombe (1998), method 3. */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "1, 29, 0.0061, 0.1718"})
  void withoutNoiseAreThoseOfWilson(double n, double d, double low, double high) {
    Interval interval = Interval.ofProportion(n, d, 0, 0);
    assertThat(interval.low()).isCloseTo(low, within(1e-4));
    assertThat(interval.high()).isCloseTo(high, within(1e-4));
  }

  @Test
  void growWithTheNoise() {
    Interval without = Interval.ofProportion(30, 100, 0, 0);
    Interval with = Interval.ofProportion(30, 100, 4, 4);
    assertThat(with.low()).isLessThan(without.low());
    assertThat(with.high()).isGreaterThan(without.high());
  }

  @Test
  void areOpenWhereTheNoiseMayBeTheWholeDenominator() {
    assertThat(Interval.ofRate(30, 40, 100, 576))
        .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    assertThat(Interval.ofProportion(30, 40, 576, 576)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void ofACountAreThoseOfTheNoiseAlone() {
    assertThat(Interval.ofCount(100, 4).low()).isCloseTo(96.08, within(0.01));
    assertThat(Interval.ofCount(2, 4).low()).isEqualTo(0);
  }

  /** In 95 of 100 repetitions, about, the interval has the truth in it. */
  @ParameterizedTest
  @CsvSource({"60, 0.3, 1", "200, 0.1, 1", "500, 0.5, 1", "400, 0.3, 5"})
  void coverTheTruth(int denominator, double truth, int cap) {
    Random random = new Random(20261126);
    PerturbationTable table = PerturbationTable.of(8 * cap, 4.0 * cap * cap);
    int covered = 0;
    int trials = 4_000;
    for (int trial = 0; trial < trials; trial++) {
      int numerator = 0;
      for (int i = 0; i < denominator; i++) {
        numerator += random.nextDouble() < truth ? 1 : 0;
      }
      double n = numerator + (numerator == 0 ? 0 : table.noise(numerator, random.nextLong()));
      double d = denominator + table.noise(denominator, random.nextLong());
      Interval interval = Interval.ofProportion(n, d, table.variance(), table.variance());
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(covered / (double) trials).isBetween(0.94, 0.975);
  }
}
