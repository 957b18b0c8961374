package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Wish;
import org.springframework.jdbc.core.JdbcTemplate;

/** Subscriptions as their owners want them: whose they are, what for, and until when. */
final class SubscriptionTable {
  private final JdbcTemplate jdbc;
  private final HookTable hooks;

  SubscriptionTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    hooks = new HookTable(jdbc);
  }

  /** Lets one at a time subscribe for a client, until the transaction ends. */
  void lock(String client) {
    jdbc.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('registry.subscription ' || ?, 0))",
        row -> {},
        client);
  }

  /** How many a client has that are not off. */
  int count(String client) {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM registry.subscription WHERE client = ? AND state <> 'OFF'",
            Integer.class,
            client);
    return count == null ? 0 : count;
  }

  Optional<Subscribed> find(UUID id) {
    return one("WHERE id = ?", id);
  }

  /** A subscription, whose row is locked until the transaction ends. */
  Optional<Subscribed> locked(UUID id) {
    return one("WHERE id = ? FOR UPDATE", id);
  }

  private Optional<Subscribed> one(String condition, Object... values) {
    return jdbc
        .query(
            "SELECT * FROM registry.subscription " + condition,
            (row, n) -> SubscriptionRow.read(row),
            values)
        .stream()
        .findFirst();
  }

  /**
   * Subscriptions, the newest first.
   *
   * @param client whose; null for everybody's
   * @param clinic for which the client speaks; null for none
   */
  List<Subscribed> of(@Nullable String client, @Nullable String clinic) {
    return jdbc.query(
        """
        SELECT * FROM registry.subscription
        WHERE ?::text IS NULL OR (client = ? AND clinic IS NOT DISTINCT FROM ?)
        ORDER BY changed_at DESC, id LIMIT 1000
        """,
        (row, n) -> SubscriptionRow.read(row),
        client,
        client,
        clinic);
  }

  void insert(Subscribed subscribed, byte @Nullable [] headers) {
    Caller caller = subscribed.subscriber();
    jdbc.update(
        """
        INSERT INTO registry.subscription (id, version, client, user_id, role, clinic, purpose, scopes, owner, base,
          reason, topic, filters, endpoint, headers, content, max_count, heartbeat, state, changed_at, ends_at, next_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        subscribed.id(),
        subscribed.version(),
        caller.client(),
        caller.user(),
        caller.role().name(),
        caller.clinic(),
        SubscriptionRow.code(caller),
        caller.scopes().claim(),
        subscribed.owner(),
        subscribed.base(),
        subscribed.wish().reason(),
        subscribed.wish().topic().code(),
        subscribed.wish().filters().toArray(String[]::new),
        subscribed.wish().endpoint().toString(),
        headers,
        subscribed.wish().content().code(),
        subscribed.wish().maxCount(),
        SubscriptionRow.seconds(subscribed.wish().heartbeat()),
        subscribed.progress().state().name(),
        Timestamp.from(subscribed.changedAt()),
        Timestamp.from(subscribed.wish().endsAt()),
        SubscriptionRow.at(subscribed.progress().nextAt()));
  }

  /** What its owner wants from now on; whoever calls its hook is out of it. */
  void change(Subscribed subscribed, byte @Nullable [] headers) {
    Caller caller = subscribed.subscriber();
    Wish wish = subscribed.wish();
    jdbc.update(
        """
        UPDATE registry.subscription SET version = ?, user_id = ?, role = ?, purpose = ?, scopes = ?, owner = ?, base = ?,
          reason = ?, topic = ?, filters = ?, endpoint = ?, headers = ?, content = ?, max_count = ?, heartbeat = ?,
          ends_at = ?, changed_at = ?, lease = NULL, lease_until = NULL
        WHERE id = ?
        """,
        subscribed.version(),
        caller.user(),
        caller.role().name(),
        SubscriptionRow.code(caller),
        caller.scopes().claim(),
        subscribed.owner(),
        subscribed.base(),
        wish.reason(),
        wish.topic().code(),
        wish.filters().toArray(String[]::new),
        wish.endpoint().toString(),
        headers,
        wish.content().code(),
        wish.maxCount(),
        SubscriptionRow.seconds(wish.heartbeat()),
        Timestamp.from(wish.endsAt()),
        Timestamp.from(subscribed.changedAt()),
        subscribed.id());
    hooks.progress(subscribed.id(), subscribed.progress());
  }

  byte @Nullable [] headers(UUID id) {
    return jdbc.queryForObject(
        "SELECT headers FROM registry.subscription WHERE id = ?", byte[].class, id);
  }

  /** Ends what is over. */
  int end(Instant now) {
    return jdbc.update(
        """
        UPDATE registry.subscription SET state = 'OFF', next_at = NULL, lease = NULL, changed_at = ?, headers = NULL
        WHERE ends_at <= ? AND state <> 'OFF'
        """,
        Timestamp.from(now),
        Timestamp.from(now));
  }

  /** Forgets what has been off since before a moment. */
  int forget(Instant before) {
    return jdbc.update(
        "DELETE FROM registry.subscription WHERE state = 'OFF' AND changed_at < ?",
        Timestamp.from(before));
  }
}
