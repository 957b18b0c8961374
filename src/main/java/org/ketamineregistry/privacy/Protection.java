package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.ketamineregistry.privacy.Indicator.Group;

/**
 * Makes a released answer of exact populations, and is the only thing that can. It keeps no state
 * but tables that follow from the parameters: the same members of a cell give the same released
 * value, however and whenever the question is put (Thompson, Broadfoot and Elazar 2013).
 */
public final class Protection {
  private final PrivacyParameters parameters;
  private final Perturbation perturbation;

  public Protection(PrivacyParameters parameters, CellKeys keys) {
    this.parameters = parameters;
    this.perturbation = new Perturbation(parameters, keys);
  }

  /**
   * Protects an answer.
   *
   * @param counted each population of the indicator, exactly, over the whole period of the question
   *     and in all bands, computed over the question's cut; asked for once for each population
   * @throws IllegalArgumentException where it counts another unit, or without a band that is needed
   */
  public ReleasedAnswer release(Question question, Function<Population, Counted> counted) {
    Map<String, Counted> known = new HashMap<>();
    for (Group group : question.indicator().groups()) {
      for (Population population : group.populations()) {
        known.computeIfAbsent(population.members(), members -> fetch(population, counted));
      }
    }
    Resolution resolution = new Resolution(question, known, parameters, perturbation);
    List<ReleasedRow> rows = new ArrayList<>();
    for (SortedMap<String, String> stratum : question.strata()) {
      for (Group group : question.indicator().groups()) {
        rows.add(resolution.row(group, stratum));
      }
    }
    return new ReleasedAnswer(question, parameters.threshold(), rows);
  }

  private static Counted fetch(Population population, Function<Population, Counted> counted) {
    Counted found = counted.apply(population);
    if (found.unit() != population.unit()) {
      throw new IllegalArgumentException("A population counts another unit than is published.");
    }
    return found;
  }
}
