package org.ketamineregistry.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes many persons of each that is on record, in the flat tables, and in {@code registry.record}
 * whom a Patient stands for: what the generator made, with its distributions, in the amount of a
 * country. The database takes no more records afterwards.
 */
final class Multiplied {
  /** Of whom a copy is not a new one. */
  private static final Set<String> SHARED = Set.of("clinic", "clinic_id", "owner", "prescriber_id");

  private record Column(String name, String type) {
    String value() {
      if (type.equals("uuid") && !SHARED.contains(name)) {
        return "md5(t.%s::text || k)::uuid".formatted(name);
      }
      return name.equals("person") ? "md5(t.person || k) || md5(k || t.person)" : "t." + name;
    }
  }

  private final JdbcTemplate jdbc;

  Multiplied(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds copies of each person. */
  void by(int copies) {
    jdbc.queryForList(
            """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
            WHERE contype IN ('f', 'p') AND connamespace = 'flat'::regnamespace
            """,
            String.class)
        .forEach(jdbc::execute);
    // Made anew at the end, which is faster than to keep them.
    List<String> indexes =
        jdbc.queryForList(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'flat' AND indexname NOT LIKE '%_pkey'",
            String.class);
    jdbc.queryForList(
            """
            SELECT format('DROP INDEX flat.%I', indexname) FROM pg_indexes
            WHERE schemaname = 'flat' AND indexname NOT LIKE '%_pkey'
            """,
            String.class)
        .forEach(jdbc::execute);
    copy("registry", "record", copies, " WHERE t.resource_type = 'Patient'");
    jdbc.queryForList(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'flat' AND table_type = 'BASE TABLE' AND table_name NOT IN ('filled', 'clinic')
            """,
            String.class)
        .forEach(
            table -> {
              jdbc.execute("ALTER TABLE flat." + table + " SET UNLOGGED");
              copy("flat", table, copies, "");
            });
    indexes.forEach(jdbc::execute);
    jdbc.execute("ANALYZE");
  }

  private void copy(String schema, String table, int copies, String which) {
    List<Column> columns =
        jdbc.query(
            """
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position
            """,
            (row, number) -> new Column(row.getString(1), row.getString(2)),
            schema,
            table);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(Column::value).collect(Collectors.joining(", "));
    jdbc.update(
        "INSERT INTO %1$s.%2$s (%3$s) SELECT %4$s FROM %1$s.%2$s t, generate_series(1, %5$d) k%6$s"
            .formatted(schema, table, names, values, copies, which));
  }
}
