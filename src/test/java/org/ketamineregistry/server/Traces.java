package org.ketamineregistry.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks for words in every column of every table of the database, whatever the table is for. The
 * audit alone may name records that are gone, by ids that then lead nowhere.
 */
final class Traces {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final JdbcTemplate jdbc;

  Traces(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The columns that have one of the words in them, each as {@code schema.table.column}. */
  List<String> of(Collection<String> words) {
    List<String> found = new ArrayList<>();
    for (Map<String, Object> column : columns()) {
      String[] patterns = patterns(words, String.valueOf(column.get("table_name")));
      String table = "\"" + column.get("table_schema") + "\".\"" + column.get("table_name") + "\"";
      String name = "\"" + column.get("column_name") + "\"";
      String text =
          switch (String.valueOf(column.get("data_type"))) {
            case "bytea" -> "encode(" + name + ", 'escape')";
            case "oid" -> "encode(lo_get(" + name + "), 'escape')";
            default -> name + "::text";
          };
      Long rows =
          jdbc.queryForObject(
              "SELECT count(*) FROM " + table + " WHERE " + text + " LIKE ANY (?)",
              Long.class,
              (Object) patterns);
      if (rows != null && rows > 0) {
        found.add((table + "." + name).replace("\"", ""));
      }
    }
    return found;
  }

  /** The audit says who saw which record, by the registry's own ids, and goes on saying it. */
  private static String[] patterns(Collection<String> words, String table) {
    return words.stream()
        .filter(word -> !table.startsWith("audit") || !ID.matcher(word).matches())
        .map(word -> "%" + word + "%")
        .toArray(String[]::new);
  }

  private List<Map<String, Object>> columns() {
    return jdbc.queryForList(
        """
        SELECT table_schema, table_name, column_name, data_type
        FROM information_schema.columns JOIN information_schema.tables
          USING (table_catalog, table_schema, table_name)
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
          AND NOT (table_name = 'audit' AND column_name IN ('records', 'patients'))
        """);
  }
}
