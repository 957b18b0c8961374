package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ketamineregistry.privacy.Indicator.Dimension;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Population.Role;

/**
 * A question that the lattice permits. Only {@link Lattice#question} makes one, so that what holds
 * a question holds one with published bands, a closed period and at most three dimensions.
 */
public final class Question {
  private final Lattice lattice;
  private final Indicator indicator;
  private final ReportingPeriod period;
  private final Cut cut;
  private final SortedMap<String, String> filters;
  private final SortedMap<String, List<String>> stratifiers;

  Question(
      Lattice lattice,
      Indicator indicator,
      ReportingPeriod period,
      Cut cut,
      Map<String, String> filters,
      Map<String, List<String>> stratifiers) {
    this.lattice = lattice;
    this.indicator = indicator;
    this.period = period;
    this.cut = cut;
    this.filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    this.stratifiers = Collections.unmodifiableSortedMap(new TreeMap<>(stratifiers));
  }

  Lattice lattice() {
    return lattice;
  }

  public Indicator indicator() {
    return indicator;
  }

  public ReportingPeriod period() {
    return period;
  }

  /** What the answer is computed over. */
  public Cut cut() {
    return cut;
  }

  /** The one band of each dimension that the answer is narrowed to. */
  public SortedMap<String, String> filters() {
    return filters;
  }

  /** All bands of each dimension that the answer is divided by. */
  public SortedMap<String, List<String>> stratifiers() {
    return stratifiers;
  }

  /** Every combination of bands that the answer has a row for, filters included. */
  public List<SortedMap<String, String>> strata() {
    List<SortedMap<String, String>> strata = List.of(filters);
    for (Map.Entry<String, List<String>> stratifier : stratifiers.entrySet()) {
      strata =
          strata.stream()
              .flatMap(
                  stratum ->
                      stratifier.getValue().stream()
                          .map(band -> with(stratum, stratifier.getKey(), band)))
              .collect(Collectors.toCollection(ArrayList::new));
    }
    return strata;
  }

  /**
   * The cell of a population in a stratum; a dimension of the numerator alone narrows that alone.
   */
  public Cell cell(Group group, Population population, Map<String, String> stratum) {
    Map<String, String> bands = new TreeMap<>(stratum);
    if (population.role() != Role.NUMERATOR) {
      group.dimensions().stream()
          .filter(Dimension::numeratorOnly)
          .forEach(dimension -> bands.remove(dimension.name()));
    }
    return Cell.of(population, period, bands);
  }

  /** All dimensions that a population is to be counted by. */
  public Set<String> dimensions(Group group, Population population) {
    Set<String> dimensions = new TreeSet<>(filters.keySet());
    dimensions.addAll(stratifiers.keySet());
    if (population.role() != Role.NUMERATOR) {
      group.dimensions().stream()
          .filter(Dimension::numeratorOnly)
          .forEach(dimension -> dimensions.remove(dimension.name()));
    }
    return dimensions;
  }

  /** All distinct cells of the answer, by which the budget is charged. */
  public Set<CellDigest> charges() {
    return cells().stream().map(Cell::digest).collect(Collectors.toUnmodifiableSet());
  }

  /** All distinct cells of the answer. */
  Set<Cell> cells() {
    Set<Cell> cells = new LinkedHashSet<>();
    for (SortedMap<String, String> stratum : strata()) {
      for (Group group : indicator.groups()) {
        for (Population population : group.populations()) {
          cells.add(cell(group, population, stratum));
        }
      }
    }
    return cells;
  }

  private static SortedMap<String, String> with(
      SortedMap<String, String> stratum, String dimension, String band) {
    SortedMap<String, String> more = new TreeMap<>(stratum);
    more.put(dimension, band);
    return Collections.unmodifiableSortedMap(more);
  }
}
