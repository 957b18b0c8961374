package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What perturbation with permanent keys leaves open: who adds up the cells of a partition has a
 * second look at their total, with other noise; who does so over many partitions averages.
 *
 * <p>The sum over a partition of k cells has k times the variance of one cell, and different
 * partitions have independent noise. The best estimate weighs each partition by 1/k, so that its
 * variance is that of one cell divided by the sum of all 1/k. That sum is the gain. Empty cells
 * cost nothing and bring nothing, so that k is the number of bands in which somebody is; a
 * partition in which all are in one band is the same cell again, and brings nothing at all.
 */
public final class Residual {
  private final List<Long> partitions = new ArrayList<>();

  /**
   * All partitions of a cell that a lattice has.
   *
   * @param bands of each dimension, how many are not empty, each at least 1
   * @param mostDimensions how many dimensions a partition may have
   */
  public Residual(List<Integer> bands, int mostDimensions) {
    collect(bands.stream().filter(count -> count > 1).toList(), 0, mostDimensions, 1);
    partitions.sort(Comparator.naturalOrder());
  }

  private void collect(List<Integer> bands, int from, int dimensions, long cells) {
    partitions.add(cells);
    if (dimensions == 0) {
      return;
    }
    for (int i = from; i < bands.size(); i++) {
      collect(bands, i + 1, dimensions - 1, cells * bands.get(i));
    }
  }

  /** How many cells it takes to ask for everything. */
  public long cells() {
    return partitions.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * By how much the variance of one cell's noise is divided for who asks that many cells and
   * chooses them best.
   *
   * @param budget how many cells are asked for, 1 or more
   */
  public double gain(long budget) {
    double gain = 0;
    long left = budget;
    for (long cells : partitions) {
      if (cells > left) {
        break;
      }
      left -= cells;
      gain += 1.0 / cells;
    }
    return gain;
  }
}
