package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditRow;
import org.ketamineregistry.audit.Checkpoint;
import org.ketamineregistry.audit.Seal;
import org.ketamineregistry.audit.Verification;
import org.ketamineregistry.audit.Verification.Report;
import org.ketamineregistry.audit.VerificationKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the whole log against its seals and checkpoints, and changes nothing. */
public final class AuditInspection {
  private static final int AT_A_TIME = 1_000;
  private static final int FIRST_OF_ROW = 5;
  private static final String SEALED_ROWS =
      "SELECT s.position, s.number, s.row_hash, s.link, "
          + AuditTable.columns("a")
          + " FROM registry.audit_seal s LEFT JOIN registry.audit a ON a.number = s.number"
          + " ORDER BY s.position";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  AuditInspection(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    // Rows are read as they are needed, so that a log of any length can be verified.
    this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    this.jdbc.setFetchSize(AT_A_TIME);
    transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Verifies the log as it is at one moment.
   *
   * @param checkpoints those that are known beside the database's own
   */
  public Report verify(VerificationKey key, List<Checkpoint> checkpoints) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Set<Checkpoint> all = new HashSet<>(checkpoints);
              all.addAll(stored());
              var verification = new Verification(key, all);
              jdbc.query(
                  SEALED_ROWS,
                  row -> {
                    verification.next(seal(row), row(row));
                  });
              return verification.report(unsealed());
            }));
  }

  private List<Checkpoint> stored() {
    return new ArrayList<>(
        jdbc.query(
            "SELECT position, number, link, time, signature FROM registry.audit_checkpoint",
            (row, index) ->
                new Checkpoint(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant(),
                    row.getString(5))));
  }

  private long unsealed() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            SELECT count(*) FROM registry.audit a
            WHERE NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.number = a.number)
            """,
            Long.class));
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
  }

  private static @Nullable AuditRow row(ResultSet row) throws SQLException {
    return row.getObject(FIRST_OF_ROW) == null ? null : AuditTable.row(row, FIRST_OF_ROW);
  }
}
