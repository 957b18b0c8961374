package org.ketamineregistry.privacy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell of the lattice: a population, a period, and at most three bands. The same cell is equal to
 * itself however it was asked for: by a filter or by a stratifier, in which order, by which
 * indicator.
 *
 * @param members what the population is: its CQL expression, with its library
 * @param bands the band of each dimension that narrows the cell
 */
public record Cell(
    String members, CountingUnit unit, ReportingPeriod period, SortedMap<String, String> bands) {
  public Cell {
    bands = Collections.unmodifiableSortedMap(new TreeMap<>(bands));
  }

  static Cell of(Population population, ReportingPeriod period, Map<String, String> bands) {
    return new Cell(population.members(), population.unit(), period, new TreeMap<>(bands));
  }

  /** What the budget counts it by. */
  public CellDigest digest() {
    return CellDigest.of(members + '|' + unit.code() + '|' + period + '|' + bands);
  }
}
