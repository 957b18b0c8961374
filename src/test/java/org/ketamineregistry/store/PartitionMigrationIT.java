package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ketamineregistry.database.TestDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database of a version without partitions is moved to them: each clinic's resources, versions,
 * index rows and links to the clinic's own partition, whatever tables HAPI has for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionMigrationIT {
  private static final String BEFORE = "4";
  private static final long NOBODYS = 6;

  /** By which a row of HAPI's tables says of which resource it is. */
  private static final List<String> OF_A_RESOURCE =
      List.of("res_id", "src_resource_id", "resource_pid");

  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final Map<Long, @Nullable UUID> owners = new HashMap<>();
  private final List<String> filled = new ArrayList<>();
  private JdbcTemplate jdbc;
  private int rows;

  @BeforeAll
  void migrate() throws SQLException {
    JdbcConnectionDetails database = TestDatabase.fresh();
    var source =
        new DriverManagerDataSource(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    jdbc = new JdbcTemplate(source);
    new HapiSchema(source);
    registry(source, BEFORE);
    try (Connection connection = TestDatabase.asSuperuser(database)) {
      // Rows of HAPI's index tables refer to things that are of no matter here.
      connection.createStatement().execute("SET session_replication_role = replica");
      fill(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }
    registry(source, "latest");
  }

  private static void registry(DriverManagerDataSource source, String version) {
    Flyway.configure()
        .dataSource(source)
        .schemas("registry")
        .defaultSchema("registry")
        .target(version)
        // What is repeated was not there before, and needs what came later.
        .repeatableSqlMigrationPrefix(version.equals(BEFORE) ? "none" : "R")
        .load()
        .migrate();
  }

  private void fill(JdbcTemplate superuser) {
    store(superuser, 1, "Organization", one, one);
    store(superuser, 2, "Organization", other, other);
    store(superuser, 3, "Patient", UUID.randomUUID(), one);
    store(superuser, 4, "Patient", UUID.randomUUID(), other);
    store(superuser, 5, "Patient", UUID.randomUUID(), other);
    store(superuser, NOBODYS, "SearchParameter", UUID.randomUUID(), null);
    tables()
        .forEach(
            (table, column) -> {
              owners.keySet().forEach(id -> insert(superuser, table, Map.of(column, id)));
              filled.add(table);
            });
    superuser.update("UPDATE public.hfj_res_link SET target_resource_id = 7 - src_resource_id");
  }

  private void store(JdbcTemplate superuser, long key, String type, UUID id, @Nullable UUID owner) {
    owners.put(key, owner);
    insert(
        superuser,
        "hfj_resource",
        Map.of("res_id", key, "res_type", type, "fhir_id", id.toString()));
    if (owner != null) {
      superuser.update(
          "INSERT INTO registry.record (id, resource_type, owner) VALUES (?, ?, ?)",
          id,
          type,
          owner);
    }
  }

  /** HAPI's tables with rows of resources, each with the column that names the resource. */
  private Map<String, String> tables() {
    Map<String, String> tables = new HashMap<>();
    jdbc.query(
        """
        SELECT c.table_name, c.column_name
        FROM information_schema.columns c
        JOIN information_schema.columns p USING (table_schema, table_name)
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND p.column_name = 'partition_id' AND t.table_type = 'BASE TABLE'
          AND c.table_name LIKE 'hfj\\_%' AND c.table_name <> 'hfj_resource' AND c.column_name = ANY (?)
        """,
        row -> {
          tables.put(row.getString(1), row.getString(2));
        },
        (Object) OF_A_RESOURCE.toArray(String[]::new));
    return tables;
  }

  /** A row with something in whatever must not be null. */
  private void insert(JdbcTemplate superuser, String table, Map<String, Object> known) {
    Map<String, Object> row = new HashMap<>(known);
    jdbc.query(
        """
        SELECT column_name, data_type FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = ? AND is_nullable = 'NO' AND column_default IS NULL
        """,
        column -> {
          row.putIfAbsent(column.getString(1), something(column.getString(2)));
        },
        table);
    List<String> columns = List.copyOf(row.keySet());
    superuser.update(
        "INSERT INTO public.%s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", columns.stream().map(column -> "?").toList())),
        columns.stream().map(row::get).toArray());
  }

  /** Never the same twice, since some must not be. */
  private Object something(String type) {
    rows++;
    return switch (type) {
      case "bigint", "integer", "smallint", "numeric", "double precision" -> rows;
      case "boolean" -> false;
      case "timestamp without time zone", "timestamp with time zone" -> new Timestamp(rows);
      default -> Integer.toString(rows);
    };
  }

  @Test
  void movesEachClinicsResources() {
    assertThat(partitionsIn("hfj_resource", "res_id"))
        .containsAllEntriesOf(partitionsOfTheClinics())
        .containsEntry(NOBODYS, null);
    assertThat(partition(one)).isNotNull().isNotEqualTo(partition(other));
  }

  @Test
  void movesWhateverIsOfAResource() {
    assertThat(filled).contains("hfj_res_ver", "hfj_spidx_token", "hfj_res_link", "hfj_res_tag");
    tables()
        .forEach(
            (table, column) ->
                assertThat(partitionsIn(table, column))
                    .as(table)
                    .containsAllEntriesOf(partitionsOfTheClinics()));
  }

  /** A link from one clinic to another tells both partitions. */
  @Test
  void movesTheTargetsOfLinks() {
    Map<Long, @Nullable Integer> expected = new HashMap<>();
    owners.keySet().forEach(id -> expected.put(7 - id, partition(owners.get(id))));
    Map<Long, @Nullable Integer> targets = new HashMap<>();
    jdbc.query(
        "SELECT src_resource_id, target_res_partition_id FROM public.hfj_res_link",
        row -> {
          targets.put(row.getLong(1), (Integer) row.getObject(2));
        });
    assertThat(targets).isEqualTo(expected);
  }

  private Map<Long, @Nullable Integer> partitionsOfTheClinics() {
    Map<Long, @Nullable Integer> partitions = new HashMap<>();
    owners.forEach((id, owner) -> partitions.put(id, partition(owner)));
    partitions.remove(NOBODYS);
    return partitions;
  }

  private @Nullable Integer partition(@Nullable UUID clinic) {
    return clinic == null
        ? null
        : jdbc.queryForObject(
            "SELECT partition FROM registry.clinic_partition WHERE clinic = ?",
            Integer.class,
            clinic);
  }

  private Map<Long, @Nullable Integer> partitionsIn(String table, String column) {
    Map<Long, @Nullable Integer> partitions = new HashMap<>();
    jdbc.query(
        "SELECT %s, partition_id FROM public.%s".formatted(column, table),
        row -> {
          partitions.put(row.getLong(1), (Integer) row.getObject(2));
        });
    return partitions;
  }
}
