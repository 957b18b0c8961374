package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What adding up the cells of partitions leaves of the noise. */
class ResidualTest {
  @Test
  void ofNoDimensionIsTheCellAlone() {
    Residual residual = new Residual(List.of(), 3);
    assertThat(residual.cells()).isEqualTo(1);
    assertThat(residual.gain(1_000)).isEqualTo(1);
  }

  @Test
  void addsOneOverTheNumberOfCellsForEachPartition() {
    Residual residual = new Residual(List.of(2, 4), 3);
    assertThat(residual.cells()).isEqualTo(1 + 2 + 4 + 8);
    assertThat(residual.gain(1_000)).isCloseTo(1 + 1 / 2.0 + 1 / 4.0 + 1 / 8.0, within(1e-12));
  }

  @Test
  void takesTheCheapestPartitionsFirst() {
    Residual residual = new Residual(List.of(2, 4), 3);
    assertThat(residual.gain(1)).isEqualTo(1);
    assertThat(residual.gain(3)).isEqualTo(1.5);
    assertThat(residual.gain(6)).isEqualTo(1.5);
    assertThat(residual.gain(7)).isEqualTo(1.75);
  }

  @Test
  void hasNoMoreDimensionsThanMayBeAskedFor() {
    assertThat(new Residual(List.of(2, 2, 2, 2), 3).cells()).isEqualTo(1 + 4 * 2 + 6 * 4 + 4 * 8);
  }

  @Test
  void gainsNothingByADimensionInWhichAllAreInOneBand() {
    assertThat(new Residual(List.of(1, 1, 3), 3).gain(100))
        .isEqualTo(new Residual(List.of(3), 3).gain(100));
  }

  /** The formula is that of the registry's own noise, over random partitions of random patients. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void isWhatIsMeasured(int mostDimensions) {
    List<Integer> bands = List.of(2, 3, 4);
    double expected = 4 / new Residual(bands, mostDimensions).gain(Long.MAX_VALUE);
    CellKeys keys = Keys.of(11);
    PerturbationTable table = PerturbationTable.of(8, 4);
    Random random = new Random(11);
    int trials = 4_000;
    double square = 0;
    for (int trial = 0; trial < trials; trial++) {
      // The keys of the finest cells; those of all others are their sums.
      long[] finest = random.longs(2 * 3 * 4).toArray();
      double sum = 0;
      double weights = 0;
      for (int chosen = 0; chosen < 8; chosen++) {
        if (Integer.bitCount(chosen) <= mostDimensions) {
          long[] cells = collected(finest, bands, chosen);
          double total = 0;
          for (long cell : cells) {
            total += table.noise(50, keys.draw(CountingUnit.PATIENT, cell));
          }
          sum += total / cells.length;
          weights += 1.0 / cells.length;
        }
      }
      square += sum / weights * (sum / weights);
    }
    assertThat(square / trials).isCloseTo(expected, within(0.1 * expected));
  }

  private static long[] collected(long[] finest, List<Integer> bands, int chosen) {
    List<Integer> sizes = new ArrayList<>();
    int count = 1;
    for (int i = 0; i < bands.size(); i++) {
      sizes.add((chosen & 1 << i) != 0 ? bands.get(i) : 1);
      count *= sizes.get(i);
    }
    long[] cells = new long[count];
    for (int i = 0; i < finest.length; i++) {
      int rest = i;
      int cell = 0;
      for (int d = 0; d < bands.size(); d++) {
        int band = rest % bands.get(d);
        rest /= bands.get(d);
        cell = cell * sizes.get(d) + (sizes.get(d) == 1 ? 0 : band);
      }
      cells[cell] += finest[i];
    }
    return cells;
  }
}
