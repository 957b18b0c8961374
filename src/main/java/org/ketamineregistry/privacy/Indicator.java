package org.ketamineregistry.privacy;

import java.util.List;
import java.util.Optional;
import org.ketamineregistry.privacy.Population.Role;

/**
 * An indicator as the lattice knows it.
 *
 * @param id the id of its Measure
 * @param asker how far a question about it may come from
 */
public record Indicator(String id, Scoring scoring, Scope asker, List<Group> groups) {

  /** The same, to which nothing can be added. */
  Indicator complete() {
    List<Group> complete =
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.id(),
                        List.copyOf(group.populations()),
                        List.copyOf(group.dimensions())))
            .toList();
    return new Indicator(id, scoring, asker, complete);
  }

  /** How the figures of a group make its score. */
  public enum Scoring {
    /** A count alone. */
    COHORT,
    /** The share of the denominator that is in the numerator. */
    PROPORTION,
    /** So many of the numerator for each of the denominator; the two may count different things. */
    RATIO
  }

  /** How a dimension applies to a group. */
  public record Dimension(String name, boolean always, boolean numeratorOnly) {}

  /** A group of populations, and the dimensions by which it is divided. */
  public record Group(String id, List<Population> populations, List<Dimension> dimensions) {
    Optional<Dimension> dimension(String name) {
      return dimensions.stream().filter(dimension -> dimension.name().equals(name)).findFirst();
    }

    Optional<Population> population(Role role) {
      return populations.stream().filter(population -> population.role() == role).findFirst();
    }
  }
}
