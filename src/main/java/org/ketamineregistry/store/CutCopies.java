package org.ketamineregistry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.store.Relations.Relation;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The copies of cuts, each a schema of its own with the relations that indicators read, as tables.
 * Nothing else of a record is in it.
 */
final class CutCopies {
  private static final String PREFIX = "cut_";

  private final JdbcTemplate jdbc;

  CutCopies(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes a copy of what is seen by the open transaction, whose isolation makes that one moment.
   *
   * @param asOf the moment for which the patients' decisions count
   * @param adverseEffects the codes of the value set of adverse effects, each as system|code
   * @return its schema
   */
  String take(LocalDate day, Instant asOf, LawfulBasis basis, String[] adverseEffects) {
    String copy =
        PREFIX
            + day.toString().replace("-", "")
            + "_"
            + UUID.randomUUID().toString().substring(0, 8);
    jdbc.execute("CREATE SCHEMA " + copy);
    RelationPlans.set(jdbc);
    jdbc.execute(
        "CREATE TABLE %s.moment (as_of timestamptz, basis text, adverse_effects text[])"
            .formatted(copy));
    jdbc.update(
        "INSERT INTO %s.moment VALUES (?::timestamptz, ?, ?)".formatted(copy),
        asOf.toString(),
        basis.code(),
        adverseEffects);
    List<String> made = new ArrayList<>(List.of("moment"));
    for (Relation relation : Relations.ALL) {
      jdbc.execute(
          "CREATE TABLE %s.%s AS WITH %s one AS (%s) SELECT * FROM one"
              .formatted(
                  copy, relation.name(), Relations.tables(copy, made.stream()), relation.query()));
      if (Relations.READ.contains(relation) && hasDays(copy, relation)) {
        order(copy, relation);
      }
      jdbc.execute("ANALYZE %s.%s".formatted(copy, relation.name()));
      made.add(relation.name());
    }
    made.removeAll(Relations.READ.stream().map(Relation::name).toList());
    made.forEach(name -> jdbc.execute("DROP TABLE %s.%s".formatted(copy, name)));
    return copy;
  }

  private boolean hasDays(String copy, Relation relation) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (SELECT FROM information_schema.columns
              WHERE table_schema = ? AND table_name = ? AND column_name = 'day')
            """,
            Boolean.class,
            copy,
            relation.name()));
  }

  /** Puts a table in the order of its days: who asks for a quarter reads its pages alone. */
  private void order(String copy, Relation relation) {
    String name = relation.name();
    jdbc.execute("CREATE INDEX %s_day ON %s.%s (day)".formatted(name, copy, name));
    jdbc.execute("CLUSTER %s.%s USING %s_day".formatted(copy, name, name));
  }

  /** How many persons are on record at the moment of the open transaction. */
  long persons() {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT count(DISTINCT person) FROM flat.person", Long.class));
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

  /** Removes persons who are erased from all copies at once, by their Patient resources. */
  void forget(Object patients) {
    for (String copy : all()) {
      Object persons =
          jdbc.queryForList(
                  "SELECT DISTINCT person FROM %s.person_counted WHERE patient_id = ANY (?)"
                      .formatted(copy),
                  Integer.class,
                  patients)
              .toArray(Integer[]::new);
      for (String table : tables(copy)) {
        jdbc.update("DELETE FROM %s.%s WHERE person = ANY (?)".formatted(copy, table), persons);
      }
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
