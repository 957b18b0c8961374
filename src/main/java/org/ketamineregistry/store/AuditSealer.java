package org.ketamineregistry.store;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditRow;
import org.ketamineregistry.audit.Chain;
import org.ketamineregistry.audit.Checkpoint;
import org.ketamineregistry.audit.CheckpointFolder;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.audit.Seal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains what was appended since, so that appending itself needs no lock that all wait for; and
 * signs checkpoints. Instances take turns by an advisory lock, and a kill loses nothing: what is
 * not sealed is sealed by the next round.
 *
 * <p>A row whose transaction was under way when later numbers were sealed must not be missed. So
 * each round looks behind what it has sealed, down to a number below which no transaction can be
 * under way any more. That is known when everything that had begun when the number was handed out
 * has ended.
 */
public final class AuditSealer {
  private static final int BATCH = 2_000;

  /** Any number, the same in every instance. */
  private static final long LOCK = 7_312_004_119_553L;

  private static final String UNSEALED =
      "SELECT "
          + AuditTable.COLUMNS
          + " FROM registry.audit a WHERE number > ? AND NOT EXISTS"
          + " (SELECT FROM registry.audit_seal s WHERE s.number = a.number) ORDER BY number LIMIT ?";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final CheckpointKey key;
  private final CheckpointFolder folder;
  private final Duration checkpointInterval;
  private final Clock clock;

  private long settled;
  private long candidate;
  private long candidateHorizon;

  AuditSealer(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      CheckpointKey key,
      CheckpointFolder folder,
      Duration checkpointInterval,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.key = key;
    this.folder = folder;
    this.checkpointInterval = checkpointInterval;
    this.clock = clock;
  }

  /**
   * Seals every row that is there, and makes a checkpoint where one is due.
   *
   * @return how many rows were sealed; 0 too where another instance is at it
   */
  public synchronized int run() {
    int sealed = 0;
    int batch;
    do {
      batch = Objects.requireNonNull(transaction.execute(status -> sealBatch()));
      sealed += Math.max(batch, 0);
    } while (batch == BATCH && !Thread.currentThread().isInterrupted());
    if (batch >= 0) {
      Checkpoint made = transaction.execute(status -> checkpoint().orElse(null));
      if (made != null) {
        folder.write(made, key.verification());
      }
    }
    return sealed;
  }

  /** Seals some rows; -1 where another instance is at it. */
  private int sealBatch() {
    if (!lock()) {
      return -1;
    }
    long underWay = number("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    List<AuditRow> rows =
        jdbc.query(UNSEALED, (row, index) -> AuditTable.row(row, 1), settled, BATCH);
    seal(rows);
    if (rows.size() < BATCH) {
      settle(underWay);
    }
    return rows.size();
  }

  private void seal(List<AuditRow> rows) {
    Optional<Seal> last = last();
    long position = last.map(Seal::position).orElse(0L);
    String link = last.map(Seal::link).orElse(Chain.START);
    List<Seal> seals = new ArrayList<>();
    for (AuditRow row : rows) {
      Seal seal = Seal.next(++position, link, row);
      seals.add(seal);
      link = seal.link();
    }
    jdbc.batchUpdate(
        "INSERT INTO registry.audit_seal (position, number, row_hash, link) VALUES (?, ?, ?, ?)",
        seals,
        BATCH,
        (PreparedStatement statement, Seal seal) -> {
          statement.setLong(1, seal.position());
          statement.setLong(2, seal.number());
          statement.setString(3, seal.rowHash());
          statement.setString(4, seal.link());
        });
  }

  /** Moves the number that no round need look behind any more. */
  private void settle(long underWay) {
    if (underWay >= candidateHorizon) {
      settled = candidate;
      candidate = number("SELECT COALESCE(max(number), 0) FROM registry.audit");
      candidateHorizon = number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }
  }

  private Optional<Checkpoint> checkpoint() {
    Optional<Seal> last = last();
    if (last.isEmpty() || !lock()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    @Nullable Timestamp before =
        jdbc.queryForObject("SELECT max(time) FROM registry.audit_checkpoint", Timestamp.class);
    long covered = number("SELECT COALESCE(max(position), 0) FROM registry.audit_checkpoint");
    boolean due = before == null || !now.isBefore(before.toInstant().plus(checkpointInterval));
    if (covered >= last.get().position() || !due) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.of(last.get(), now.truncatedTo(ChronoUnit.MILLIS), key);
    jdbc.update(
        """
        INSERT INTO registry.audit_checkpoint (position, number, link, time, signature)
        VALUES (?, ?, ?, ?, ?)
        """,
        checkpoint.position(),
        checkpoint.number(),
        checkpoint.link(),
        Timestamp.from(checkpoint.time()),
        checkpoint.signature());
    return Optional.of(checkpoint);
  }

  private Optional<Seal> last() {
    return jdbc
        .query(
            "SELECT position, number, row_hash, link FROM registry.audit_seal"
                + " ORDER BY position DESC LIMIT 1",
            (row, index) ->
                new Seal(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
        .stream()
        .findFirst();
  }

  private boolean lock() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
  }

  private long number(String query) {
    return Objects.requireNonNull(jdbc.queryForObject(query, Long.class));
  }
}
