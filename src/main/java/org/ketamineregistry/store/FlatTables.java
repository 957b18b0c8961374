package org.ketamineregistry.store;

import java.util.Collection;
import java.util.List;
import org.ketamineregistry.projection.FlatViews;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The flat tables (R7, R19): what the guide's views make of every resource, kept in the transaction
 * that keeps the resource. An erasure needs nothing here, since a row goes with its record.
 */
final class FlatTables {
  private final JdbcTemplate jdbc;
  private final List<FlatTable> tables;

  FlatTables(JdbcTemplate jdbc, FlatViews views) {
    this.jdbc = jdbc;
    tables = views.views().stream().map(FlatTable::new).toList();
  }

  /**
   * Projects resources, within the transaction that is open and after their rows in {@code record}
   * are written.
   */
  void replace(Collection<FlatResource> resources) {
    for (FlatTable table : tables) {
      List<FlatResource> seen = seenBy(table, resources);
      if (!seen.isEmpty()) {
        table.replace(jdbc, seen);
      }
    }
  }

  List<FlatTable> tables() {
    return tables;
  }

  static List<FlatResource> seenBy(FlatTable table, Collection<FlatResource> resources) {
    return resources.stream()
        .filter(one -> one.resource().fhirType().equals(table.view().resourceType()))
        .toList();
  }
}
