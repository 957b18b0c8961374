package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.Progress;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Topic;
import org.springframework.jdbc.core.JdbcTemplate;

/** How the hooks of subscriptions fare: which is called when, and which worker has it. */
final class HookTable {
  private final JdbcTemplate jdbc;

  HookTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The subscriptions that count events of a topic, their rows locked, always in one order. */
  List<Subscribed> listening(Topic topic) {
    return jdbc.query(
        """
        SELECT * FROM registry.subscription
        WHERE topic = ? AND started_at IS NOT NULL AND state <> 'OFF' ORDER BY id FOR UPDATE
        """,
        (row, n) -> SubscriptionRow.read(row),
        topic.code());
  }

  /** How it fares from now on; nobody calls its hook any more. */
  void progress(UUID id, Progress progress) {
    HookFailure failure = progress.failure();
    jdbc.update(
        """
        UPDATE registry.subscription
        SET state = ?, failures = ?, failure = ?, started_at = ?, next_at = ?, lease = NULL, lease_until = NULL
        WHERE id = ?
        """,
        progress.state().name(),
        progress.failures(),
        failure == null ? null : failure.name(),
        SubscriptionRow.at(progress.startedAt()),
        SubscriptionRow.at(progress.nextAt()),
        id);
  }

  /** So many events more have a number; a hook that is well is called at once. */
  void counted(UUID id, int more, Instant now) {
    jdbc.update(
        """
        UPDATE registry.subscription SET events = events + ?,
          next_at = CASE WHEN state = 'ACTIVE' AND failures = 0 THEN ? ELSE next_at END
        WHERE id = ?
        """,
        more,
        Timestamp.from(now),
        id);
  }

  /** One whose hook is to be called now and that no living worker has; its row is locked. */
  Optional<UUID> due(Instant now) {
    return jdbc
        .queryForList(
            """
            SELECT id FROM registry.subscription
            WHERE next_at <= ? AND state IN ('REQUESTED', 'ACTIVE') AND ends_at > ?
              AND coalesce(lease_until, '-infinity') <= ?
            ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """,
            UUID.class,
            Timestamp.from(now),
            Timestamp.from(now),
            Timestamp.from(now))
        .stream()
        .findFirst();
  }

  void lease(UUID id, UUID lease, Instant until) {
    jdbc.update(
        "UPDATE registry.subscription SET lease = ?, lease_until = ? WHERE id = ?",
        lease,
        Timestamp.from(until),
        id);
  }

  /** A subscription where a lease is still the one under which its hook is called. */
  Optional<Subscribed> leased(UUID id, UUID lease) {
    return jdbc
        .query(
            "SELECT * FROM registry.subscription WHERE id = ? AND lease = ? FOR UPDATE",
            (row, n) -> SubscriptionRow.read(row),
            id,
            lease)
        .stream()
        .findFirst();
  }
}
