package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table promises of the noise of every count. */
class PerturbationTableTest {
  private static final PerturbationTable TABLE = PerturbationTable.of(8, 4);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 10, 12, 36})
  void isUnbiasedBoundedAndNeverNegativeForEveryCapAndCount(int cap) {
    PerturbationTable table = PerturbationTable.of(8 * cap, 4.0 * cap * cap);
    for (int count = 1; count <= 8 * cap + 1; count++) {
      double[] p = table.probabilities(count);
      double mean = 0;
      double square = 0;
      for (int i = 0; i < p.length; i++) {
        int z = i - table.lowest(count);
        mean += p[i] * z;
        square += p[i] * z * z;
      }
      assertThat(mean).as("mean for %d", count).isCloseTo(0, within(1e-9));
      assertThat(square)
          .as("variance for %d", count)
          .isCloseTo(table.varianceOf(count), within(1e-9 * cap * cap));
      assertThat(count - table.lowest(count)).isGreaterThanOrEqualTo(0);
      assertThat(p.length - 1 - table.lowest(count)).isEqualTo(8 * cap);
    }
  }

  @Test
  void hasTheFixedVarianceWhereverItIsInReach() {
    for (int count = 1; count <= 20; count++) {
      assertThat(TABLE.varianceOf(count)).isEqualTo(4);
    }
    PerturbationTable capped = PerturbationTable.of(96, 576);
    assertThat(capped.varianceOf(12)).isEqualTo(576);
    assertThat(capped.varianceOf(6)).isEqualTo(288);
  }

  @Test
  void coversAllDrawsFromTheLowestToTheHighestNoise() {
    assertThat(TABLE.noise(100, 0)).isEqualTo(-8);
    assertThat(TABLE.noise(100, -1)).isEqualTo(8);
    assertThat(TABLE.noise(3, 0)).isEqualTo(-3);
    assertThat(TABLE.noise(3, -1)).isEqualTo(8);
  }

  @Test
  void isTheSameForAllCountsFromTheLargestNoiseOn() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      long draw = random.nextLong();
      assertThat(TABLE.noise(8, draw)).isEqualTo(TABLE.noise(1_000_000, draw));
    }
  }

  @Test
  void doesNotPerturbAnEmptyCell() {
    assertThatThrownBy(() -> TABLE.noise(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Keys of invented patients are uniform enough for the noise to be that of the table. */
  @ParameterizedTest
  @ValueSource(ints = {3, 11, 400})
  void givesItsOwnDistributionForTheKeysOfPatients(int count) {
    CellKeys keys = Keys.of(7);
    double[] p = TABLE.probabilities(count);
    int[] seen = new int[p.length];
    int cells = 20_000;
    long sum = 0;
    for (int cell = 0; cell < cells; cell++) {
      sum += keys.unit(CountingUnit.PATIENT, "patient-" + cell);
      seen[TABLE.noise(count, keys.draw(CountingUnit.PATIENT, sum)) + TABLE.lowest(count)]++;
    }
    double chiSquare = 0;
    int degrees = -1;
    for (int i = 0; i < p.length; i++) {
      double expected = cells * p[i];
      if (expected >= 5) {
        chiSquare += (seen[i] - expected) * (seen[i] - expected) / expected;
        degrees++;
      }
    }
    // The 99.9 % point of chi-square, by Wilson and Hilferty.
    double point =
        degrees * Math.pow(1 - 2 / (9.0 * degrees) + 3.09 * Math.sqrt(2 / (9.0 * degrees)), 3);
    assertThat(degrees).isGreaterThan(8);
    assertThat(chiSquare).isLessThan(point);
  }

  /**
   * Another bit anywhere would be other noise for somebody, after an update of Java for example.
   */
  @Test
  void isTheSameToTheLastBitOnEveryPlatform() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int count = 1; count <= 8; count++) {
      for (double probability : TABLE.probabilities(count)) {
        digest.update(
            ByteBuffer.allocate(Long.BYTES).putLong(Double.doubleToLongBits(probability)).array());
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("06603318d263d19377ab83455b925adababa08974402e51997839d928aa5cf49");
  }
}
