package org.ketamineregistry.privacy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Population.Role;

/** One group of an indicator in one stratum. */
public final class ReleasedRow {
  private final String group;
  private final SortedMap<String, String> bands;
  private final SortedMap<String, String> shown;
  private final Map<Role, ReleasedCount> counts;
  private final @Nullable ReleasedScore score;

  ReleasedRow(
      String group,
      SortedMap<String, String> bands,
      SortedMap<String, String> shown,
      Map<Role, ReleasedCount> counts,
      @Nullable ReleasedScore score) {
    this.group = group;
    this.bands = bands;
    this.shown = shown;
    this.counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    this.score = score;
  }

  /** The id of the group. */
  public String group() {
    return group;
  }

  /** The band of each dimension that was asked for. */
  public SortedMap<String, String> bands() {
    return bands;
  }

  /**
   * The bands that the figures are of: those that were asked for, or fewer where the persons
   * between the two are so few that they are not told apart.
   */
  public SortedMap<String, String> shown() {
    return shown;
  }

  /** The counts of the group's populations. */
  public Map<Role, ReleasedCount> counts() {
    return counts;
  }

  /**
   * The count of one population.
   *
   * @throws IllegalArgumentException where the group has no such population
   */
  public ReleasedCount count(Role role) {
    ReleasedCount count = counts.get(role);
    if (count == null) {
      throw new IllegalArgumentException("The group has no " + role.code() + ".");
    }
    return count;
  }

  /** The proportion or the rate; a count has none. */
  public Optional<ReleasedScore> score() {
    return Optional.ofNullable(score);
  }
}
