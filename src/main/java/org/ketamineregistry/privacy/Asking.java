package org.ketamineregistry.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody would like to ask, as it was sent: nothing about it is known to be right.
 *
 * @param indicator the id of a Measure
 * @param start the first day of the period
 * @param end its last day
 * @param filters dimensions, each with the one band to narrow to
 * @param stratifiers dimensions to divide by
 * @param asker where it comes from
 */
public record Asking(
    String indicator,
    LocalDate start,
    LocalDate end,
    Map<String, String> filters,
    List<String> stratifiers,
    Scope asker) {
  public Asking {
    filters = Map.copyOf(filters);
    stratifiers = List.copyOf(stratifiers);
  }

  /** Filters and stratifiers, one that was named twice twice. */
  List<String> dimensions() {
    return Stream.concat(filters.keySet().stream(), stratifiers.stream()).toList();
  }
}
