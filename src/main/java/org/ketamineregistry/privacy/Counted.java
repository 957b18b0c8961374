package org.ketamineregistry.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A population as it was counted, exactly. It is made by whoever evaluates a question, and tells
 * nobody what it holds: {@link Protection} makes released values of it, and {@link #forSteward}
 * exact figures for a registry's own steward, which no room that speaks to others may use (a test
 * of the architecture holds that).
 */
public final class Counted {
  private final CountingUnit unit;
  private final Map<Map<String, String>, List<Contribution>> byBands;

  private Counted(CountingUnit unit, Map<Map<String, String>, List<Contribution>> byBands) {
    this.unit = unit;
    this.byBands = byBands;
  }

  /**
   * A population over the whole period, in all bands.
   *
   * @param contributions in any order; none where nobody is in it
   */
  public static Counted of(CountingUnit unit, Iterable<Contribution> contributions) {
    return new Counted(
        unit,
        StreamSupport.stream(contributions.spliterator(), false)
            .collect(Collectors.groupingBy(Contribution::bands)));
  }

  /** The exact figures of a cell, for the steward of the registry itself and for nobody else. */
  public ExactFigure forSteward(Map<String, String> bands) {
    Tally tally = tally(bands, Integer.MAX_VALUE);
    return new ExactFigure(unit, tally.persons(), tally.count());
  }

  CountingUnit unit() {
    return unit;
  }

  /** What is in a cell. */
  Tally tally(Map<String, String> bands, int cap) {
    return Tally.of(unit, cap, in(bands));
  }

  /** What is in the wider of two cells and not in the narrower. */
  Tally between(Map<String, String> wide, Map<String, String> narrow) {
    return Tally.of(
        unit,
        Integer.MAX_VALUE,
        byBands.entrySet().stream()
            .filter(entry -> matches(entry.getKey(), wide) && !matches(entry.getKey(), narrow))
            .flatMap(entry -> entry.getValue().stream()));
  }

  /** Whether so many distinct persons are between two cells; it stops counting when they are. */
  boolean hasBetween(Map<String, String> wide, Map<String, String> narrow, int persons) {
    Set<Long> seen = new HashSet<>();
    for (Entry<Map<String, String>, List<Contribution>> entry : byBands.entrySet()) {
      if (matches(entry.getKey(), wide) && !matches(entry.getKey(), narrow)) {
        for (Contribution contribution : entry.getValue()) {
          seen.add(contribution.personKey());
          if (seen.size() >= persons) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Stream<Contribution> in(Map<String, String> bands) {
    return byBands.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), bands))
        .flatMap(entry -> entry.getValue().stream());
  }

  private static boolean matches(Map<String, String> own, Map<String, String> asked) {
    for (Entry<String, String> band : asked.entrySet()) {
      String value = own.get(band.getKey());
      if (value == null) {
        throw new IllegalArgumentException(
            "Something was counted without its band of " + band.getKey() + ".");
      }
      if (!value.equals(band.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Says nothing, so that no log ever tells what was counted. */
  @Override
  public String toString() {
    return "a population of " + unit.code() + "s";
  }
}
