package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.projection.FlatViews;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables that the migrations make are those that the views demand. */
class FlatSchemaIT {

  /** A view that was changed asks for a migration. */
  @Test
  void aTableHasTheColumnsOfItsViewInTheirTypesAndNoOthers() {
    var database = TestDatabase.fresh();
    var source =
        new DriverManagerDataSource(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    Flyway.configure()
        .dataSource(source)
        .schemas("registry")
        .defaultSchema("registry")
        .load()
        .migrate();
    Map<String, String> made = new TreeMap<>();
    new JdbcTemplate(source)
        .query(
            """
            SELECT c.relname, string_agg(a.attname || ' ' || format_type(a.atttypid, NULL), ', ' ORDER BY a.attnum)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'flat'::regnamespace AND c.relkind = 'r' AND c.relname <> 'filled'
            GROUP BY c.relname
            """,
            row -> {
              made.put(row.getString(1), row.getString(2));
            });

    assertThat(made).isEqualTo(demanded());
  }

  private static Map<String, String> demanded() {
    Map<String, String> demanded = new TreeMap<>();
    FlatViews.of(GuideDefinitions.get())
        .views()
        .forEach(
            view ->
                demanded.put(
                    view.name(),
                    "resource_id uuid, resource_version integer, row_index integer, person text, clinic uuid, "
                        + new FlatTable(view)
                            .columns().stream()
                                .map(
                                    column ->
                                        column.name()
                                            + " "
                                            + column
                                                .sqlType()
                                                .replace("timestamptz", "timestamp with time zone"))
                                .collect(Collectors.joining(", "))));
    return demanded;
  }
}
