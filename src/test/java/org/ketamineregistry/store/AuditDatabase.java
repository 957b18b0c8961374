package org.ketamineregistry.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.CheckpointFolder;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.audit.Verification.Report;
import org.ketamineregistry.database.TestDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A log in a database of its own, and what its operator and its enemy may do to it. */
public final class AuditDatabase {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final JdbcConnectionDetails database = TestDatabase.fresh();
  private final Path folder;
  private final CheckpointKey key;
  private final JdbcTemplate jdbc;
  private final DataSourceTransactionManager transactions;
  private final AuditTable table;
  private AuditSealer sealer;

  /**
   * @param folder where the key and the checkpoints are
   */
  public AuditDatabase(Path folder) {
    this.folder = folder;
    key = CheckpointKey.in(keyFile());
    var source =
        new DriverManagerDataSource(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    Flyway.configure()
        .dataSource(source)
        .schemas("registry")
        .defaultSchema("registry")
        .load()
        .migrate();
    jdbc = new JdbcTemplate(source);
    transactions = new DataSourceTransactionManager(source);
    table = new AuditTable(jdbc);
    sealer = sealer(Duration.ZERO);
  }

  public JdbcConnectionDetails details() {
    return database;
  }

  public Path keyFile() {
    return folder.resolve("audit.key");
  }

  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Appends so many rows. */
  public AuditDatabase append(int rows) {
    for (int i = 0; i < rows; i++) {
      table.append(entry());
    }
    return this;
  }

  static AuditEntry entry() {
    return AuditEntry.done(
        NOON,
        AuditAction.READ,
        "read",
        Caller.open(),
        "request",
        List.of("Patient/00000000-0000-4000-8000-000000000001/_history/1"));
  }

  /** Seals, as the registry does by itself. */
  public int seal() {
    return sealer.run();
  }

  /** Another instance of the registry, or the same after a start. */
  AuditSealer sealer(Duration checkpointInterval) {
    return new AuditSealer(
        jdbc,
        new TransactionTemplate(transactions),
        key,
        new CheckpointFolder(checkpoints()),
        checkpointInterval,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  AuditDatabase restart() {
    sealer = sealer(Duration.ZERO);
    return this;
  }

  Report verify() {
    return new AuditInspection(jdbc, transactions)
        .verify(key.verification(), new CheckpointFolder(checkpoints()).read());
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Does what only a superuser can: past the rights, and with the triggers switched off. */
  public void tamper(String... statements) {
    try (Connection connection = TestDatabase.asSuperuser(database);
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
