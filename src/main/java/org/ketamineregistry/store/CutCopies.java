package org.ketamineregistry.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The copies of cuts, each a schema of its own with the flat tables, whom the Patient resources
 * stand for, and what the indicators ask of {@code registry.record}. No content of a resource is in
 * it beyond that.
 */
final class CutCopies {
  private static final String PREFIX = "cut_";

  /** Of a record what is counted by, and not its facts. */
  private static final String RECORD = "id, resource_type, owner, patient, person, safety_only";

  private final JdbcTemplate jdbc;

  CutCopies(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes a copy of what is seen by the open transaction, whose isolation makes that one moment.
   *
   * @return its schema
   */
  String take(LocalDate day) {
    String copy =
        PREFIX
            + day.toString().replace("-", "")
            + "_"
            + UUID.randomUUID().toString().substring(0, 8);
    jdbc.execute("CREATE SCHEMA " + copy);
    List<String> flat =
        jdbc.queryForList(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'flat' AND table_type = 'BASE TABLE' AND table_name <> 'filled'
            """,
            String.class);
    flat.forEach(table -> fill(copy, table, "SELECT * FROM flat." + table));
    fill(copy, "person", "SELECT * FROM flat.person");
    fill(copy, "record", "SELECT " + RECORD + " FROM registry.record");
    return copy;
  }

  private void fill(String copy, String table, String query) {
    jdbc.execute("CREATE TABLE %s.%s AS %s".formatted(copy, table, query));
    jdbc.execute("ANALYZE %s.%s".formatted(copy, table));
  }

  long persons(String copy) {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT count(DISTINCT person) FROM " + copy + ".person", Long.class));
  }

  /** How many rows each table of a copy has, by its name. */
  Map<String, Long> rows(String copy) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables(copy)) {
      rows.put(
          table,
          Objects.requireNonNull(
              jdbc.queryForObject(
                  "SELECT count(*) FROM %s.%s".formatted(copy, table), Long.class)));
    }
    return rows;
  }

  /** Removes every copy but these. */
  void keep(Set<String> kept) {
    all().stream()
        .filter(copy -> !kept.contains(copy))
        .forEach(copy -> jdbc.execute("DROP SCHEMA " + copy + " CASCADE"));
  }

  /**
   * Removes records that are erased from all copies at once; what is kept counts nowhere any more.
   */
  void forget(Collection<UUID> gone, Collection<UUID> kept) {
    Object erased = gone.toArray(UUID[]::new);
    for (String copy : all()) {
      for (String table : tables(copy)) {
        String key =
            switch (table) {
              case "record" -> "id";
              case "person" -> "patient_id";
              default -> "resource_id";
            };
        jdbc.update("DELETE FROM %s.%s WHERE %s = ANY (?)".formatted(copy, table, key), erased);
      }
      jdbc.update(
          "UPDATE " + copy + ".record SET safety_only = true WHERE id = ANY (?)",
          (Object) kept.toArray(UUID[]::new));
    }
  }

  private List<String> all() {
    return jdbc.queryForList(
        "SELECT nspname FROM pg_namespace WHERE nspname ~ '^cut_[0-9]{8}_[0-9a-f]{8}$'",
        String.class);
  }

  private List<String> tables(String copy) {
    return jdbc.queryForList(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? ORDER BY 1",
        String.class,
        copy);
  }
}
