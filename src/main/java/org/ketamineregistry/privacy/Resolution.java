package org.ketamineregistry.privacy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Indicator.Scoring;
import org.ketamineregistry.privacy.Population.Role;

/**
 * How finely an answer is resolved. The same members have the same noise, so that two nested cells
 * which differ in one person would show by being equal or not whether that person is in both. A
 * cell is therefore told apart from a wider one that can be asked for only where the persons
 * between them are as many as the threshold, by the noisy measure of all small counts. Otherwise
 * the wider one's figures are shown in its place, and the row says of what they are: a difference
 * of nobody and one of few look alike.
 */
final class Resolution {
  private final Question question;
  private final Map<String, Counted> counted;
  private final PrivacyParameters parameters;
  private final Perturbation perturbation;
  private final Map<Cell, ReleasedCount> cells = new HashMap<>();

  Resolution(
      Question question,
      Map<String, Counted> counted,
      PrivacyParameters parameters,
      Perturbation perturbation) {
    this.question = question;
    this.counted = counted;
    this.parameters = parameters;
    this.perturbation = perturbation;
  }

  /** A row of the answer. */
  ReleasedRow row(Group group, SortedMap<String, String> stratum) {
    SortedMap<String, String> bands = stratum;
    for (Optional<SortedMap<String, String>> wider = wider(group, bands);
        wider.isPresent();
        wider = wider(group, bands)) {
      bands = wider.get();
    }
    Map<Role, ReleasedCount> counts = counts(group, bands);
    return new ReleasedRow(group.id(), stratum, bands, counts, score(counts));
  }

  /** The narrowest wider stratum from which this one is not told apart. */
  private Optional<SortedMap<String, String>> wider(Group group, SortedMap<String, String> bands) {
    Map<Role, ReleasedCount> counts = counts(group, bands);
    return question.lattice().widerStrata(group, bands).stream()
        .filter(
            wide ->
                group.populations().stream()
                    .filter(population -> isShown(counts.get(population.role())))
                    .anyMatch(population -> differsByFew(group, population, wide, bands)))
        .max(Comparator.comparingInt(SortedMap<String, String>::size));
  }

  private boolean differsByFew(
      Group group,
      Population population,
      SortedMap<String, String> wide,
      SortedMap<String, String> narrow) {
    Map<String, String> wideBands = question.cell(group, population, wide).bands();
    Map<String, String> narrowBands = question.cell(group, population, narrow).bands();
    Counted members = of(population);
    return !wideBands.equals(narrowBands)
        && !members.hasBetween(wideBands, narrowBands, perturbation.neverSmall())
        && perturbation.isSmall(members.between(wideBands, narrowBands));
  }

  /** The counts of a group in a stratum, without what would tell of everybody in it. */
  private Map<Role, ReleasedCount> counts(Group group, SortedMap<String, String> bands) {
    Set<Cell> telling = telling(bands);
    Map<Role, ReleasedCount> counts = new EnumMap<>(Role.class);
    for (Population population : group.populations()) {
      Cell cell = question.cell(group, population, bands);
      counts.put(
          population.role(),
          telling.contains(cell) ? perturbation.withheld(cell) : released(cell, population));
    }
    return counts;
  }

  /**
   * The numerators in a stratum that would say something of everybody in a group: nearly all of the
   * denominator are in it, or nearly none. The count is hidden and not the proportion alone, which
   * anybody could compute; and it is hidden in every group of the answer, since the denominator of
   * one may be the numerator of another.
   */
  private Set<Cell> telling(SortedMap<String, String> bands) {
    Set<Cell> telling = new HashSet<>();
    if (question.indicator().scoring() == Scoring.PROPORTION) {
      for (Group group : question.indicator().groups()) {
        Population numerator = group.population(Role.NUMERATOR).orElseThrow();
        Population denominator = group.population(Role.DENOMINATOR).orElseThrow();
        Cell cell = question.cell(group, numerator, bands);
        Cell of = question.cell(group, denominator, bands);
        if (tells(released(cell, numerator), released(of, denominator))) {
          telling.add(cell);
        }
      }
    }
    return telling;
  }

  private boolean tells(ReleasedCount numerator, ReleasedCount denominator) {
    if (!isShown(numerator) || !isShown(denominator)) {
      return false;
    }
    long in = numerator.value().orElseThrow();
    long all = denominator.value().orElseThrow();
    double margin = parameters.proportionMargin();
    return all - in < parameters.threshold() || in < margin * all || in > (1 - margin) * all;
  }

  private ReleasedCount released(Cell cell, Population population) {
    return cells.computeIfAbsent(
        cell,
        asked ->
            perturbation.released(
                asked, of(population).tally(asked.bands(), perturbation.cap(asked))));
  }

  private Counted of(Population population) {
    Counted found = counted.get(population.members());
    if (found == null) {
      throw new IllegalStateException("Every population was asked for before.");
    }
    return found;
  }

  private @Nullable ReleasedScore score(Map<Role, ReleasedCount> counts) {
    ReleasedCount numerator = counts.get(Role.NUMERATOR);
    ReleasedCount denominator = counts.get(Role.DENOMINATOR);
    if (numerator == null || denominator == null) {
      return null;
    }
    return question.indicator().scoring() == Scoring.PROPORTION
        ? ReleasedScore.proportion(numerator, denominator)
        : ReleasedScore.rate(numerator, denominator);
  }

  private static boolean isShown(@Nullable ReleasedCount count) {
    return count != null && count.withholding().isEmpty();
  }
}
