package org.ketamineregistry.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.projection.FlatViews;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own with records that were stored before there were flat tables, and with as
 * much of HAPI's tables as is read of them: making all takes longer than the tests.
 */
public final class FlatDatabase {
  private static final FlatViews VIEWS = FlatViews.of(GuideDefinitions.get());

  private final JdbcConnectionDetails database = TestDatabase.fresh();
  private final DriverManagerDataSource source =
      new DriverManagerDataSource(
          database.getJdbcUrl(), database.getUsername(), database.getPassword());
  private final JdbcTemplate jdbc;

  public FlatDatabase() {
    Flyway.configure()
        .dataSource(source)
        .schemas("registry")
        .defaultSchema("registry")
        .load()
        .migrate();
    // One connection for all statements: to sign in takes longer than to load a record.
    jdbc =
        new JdbcTemplate(
            new SingleConnectionDataSource(
                database.getJdbcUrl(), database.getUsername(), database.getPassword(), true));
    jdbc.execute(
        "CREATE TABLE public.hfj_resource (res_id bigint, res_type text, fhir_id text, res_ver"
            + " integer)");
    jdbc.execute(
        "CREATE TABLE public.hfj_res_ver (res_id bigint, res_ver integer, res_encoding text,"
            + " res_text_vc text)");
  }

  public JdbcConnectionDetails details() {
    return database;
  }

  /** Stores a resource as HAPI does, without a row in a flat table; answers its id. */
  public String store(Draft resource) {
    UUID id = UUID.randomUUID();
    String type = resource.string("/resourceType");
    jdbc.update(
        "INSERT INTO registry.record (id, resource_type, owner, person) VALUES (?, ?, ?, 'person')",
        id,
        type,
        UUID.randomUUID());
    jdbc.update(
        "INSERT INTO public.hfj_resource SELECT count(*), ?, ?, 1 FROM public.hfj_resource",
        type,
        id.toString());
    jdbc.update(
        "INSERT INTO public.hfj_res_ver SELECT res_id, res_ver, 'JSON', ? FROM public.hfj_resource"
            + " WHERE fhir_id = ?",
        resource.text(),
        id.toString());
    return id.toString();
  }

  /**
   * Puts the records of one patient, projected as a submission projects them.
   *
   * @param person the key of the person
   */
  public void load(List<? extends Resource> records, String person, UUID clinic) {
    UUID patient =
        records.stream()
            .filter(record -> record.fhirType().equals("Patient"))
            .map(record -> UUID.fromString(record.getIdElement().getIdPart()))
            .findFirst()
            .orElseThrow();
    records.forEach(
        record ->
            jdbc.update(
                "INSERT INTO registry.record (id, resource_type, owner, patient, person) VALUES (?,"
                    + " ?, ?, ?, ?)",
                UUID.fromString(record.getIdElement().getIdPart()),
                record.fhirType(),
                clinic,
                patient,
                person));
    new FlatTables(jdbc, VIEWS)
        .replace(records.stream().map(record -> new FlatResource(record, "1", true)).toList());
  }

  /** States that two pseudonyms are one person. */
  public void link(String person, String other) {
    jdbc.update(
        "INSERT INTO registry.pseudonym_link (id, person, same_as, made_at) VALUES (?, least(?, ?),"
            + " greatest(?, ?), now())",
        UUID.randomUUID(),
        person,
        other,
        person,
        other);
  }

  public Indicators indicators() {
    return new Indicators(jdbc, GuideDefinitions.get().guide());
  }

  /**
   * The same by statements that are changed before they are prepared, none of which takes long.
   *
   * @param change what becomes of the text of a statement
   */
  public Indicators indicators(UnaryOperator<String> change) {
    Connection connection = Objects.requireNonNull(DataSourceUtils.getConnection(jdbcSource()));
    jdbc.execute(
        "SET statement_timeout = '20s'; SET jit = off; SET enable_nestloop = off; ANALYZE");
    var changed =
        new JdbcTemplate(
            new SingleConnectionDataSource(RewrittenStatements.over(connection, change), true));
    // Far more than any right statement tells: a join of all with all is cut short.
    changed.setMaxRows(100_000);
    return new Indicators(changed, GuideDefinitions.get().guide());
  }

  private DataSource jdbcSource() {
    return Objects.requireNonNull(jdbc.getDataSource());
  }

  /** Changes what a test wants to be found out. */
  public void change(String statement) {
    jdbc.update(statement);
  }

  /** The making of cuts of this database. */
  CutMaking cutMaking() {
    return new CutMaking(new JdbcTemplate(source), transactions(), GuideDefinitions.get().guide());
  }

  /** The ledger of what was told of the cuts of this database. */
  CellCharges charges() {
    return new CellCharges(new JdbcTemplate(source), new TransactionTemplate(transactions()));
  }

  private DataSourceTransactionManager transactions() {
    return new DataSourceTransactionManager(source);
  }

  /** Does something while another session holds a lock. */
  void holding(String lock, Runnable done) {
    try (Connection other =
            DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Statement statement = other.createStatement()) {
      statement.execute(lock);
      done.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a query finds. */
  List<String> texts(String query) {
    return jdbc.queryForList(query, String.class);
  }
}
