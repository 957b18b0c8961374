package org.ketamineregistry.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.PayloadContent;
import org.ketamineregistry.subscription.Progress;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Topic;
import org.ketamineregistry.subscription.Wish;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of subscriptions. */
final class SubscriptionTable {
  private final JdbcTemplate jdbc;

  SubscriptionTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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

  /** The same where a lease is still the one under which its hook is called. */
  Optional<Subscribed> leased(UUID id, UUID lease) {
    return one("WHERE id = ? AND lease = ? FOR UPDATE", id, lease);
  }

  private Optional<Subscribed> one(String condition, Object... values) {
    return jdbc
        .query(
            "SELECT * FROM registry.subscription " + condition, (row, n) -> subscribed(row), values)
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
        (row, n) -> subscribed(row),
        client,
        client,
        clinic);
  }

  /** The subscriptions that count events of a topic, their rows locked, always in one order. */
  List<Subscribed> listening(Topic topic) {
    return jdbc.query(
        """
        SELECT * FROM registry.subscription
        WHERE topic = ? AND started_at IS NOT NULL AND state <> 'OFF' ORDER BY id FOR UPDATE
        """,
        (row, n) -> subscribed(row),
        topic.code());
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
        code(caller),
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
        seconds(subscribed.wish().heartbeat()),
        subscribed.progress().state().name(),
        Timestamp.from(subscribed.changedAt()),
        Timestamp.from(subscribed.wish().endsAt()),
        at(subscribed.progress().nextAt()));
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
        code(caller),
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
        seconds(wish.heartbeat()),
        Timestamp.from(wish.endsAt()),
        Timestamp.from(subscribed.changedAt()),
        subscribed.id());
    progress(subscribed.id(), subscribed.progress());
  }

  byte @Nullable [] headers(UUID id) {
    return jdbc.queryForObject(
        "SELECT headers FROM registry.subscription WHERE id = ?", byte[].class, id);
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
        at(progress.startedAt()),
        at(progress.nextAt()),
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

  private static Subscribed subscribed(ResultSet row) throws SQLException {
    String purpose = row.getString("purpose");
    String failure = row.getString("failure");
    int heartbeat = row.getInt("heartbeat");
    boolean beats = !row.wasNull();
    var caller =
        new Caller(
            row.getString("client"),
            row.getString("user_id"),
            Role.valueOf(row.getString("role")),
            row.getString("clinic"),
            purpose == null ? null : Purpose.coded(purpose).orElseThrow(),
            Scopes.ofClaim(row.getString("scopes")));
    return new Subscribed(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        caller,
        row.getObject("owner", UUID.class),
        row.getString("base"),
        new Wish(
            Topic.coded(row.getString("topic")).orElseThrow(),
            List.of((String[]) row.getArray("filters").getArray()),
            row.getString("reason"),
            URI.create(row.getString("endpoint")),
            PayloadContent.coded(row.getString("content")).orElseThrow(),
            row.getInt("max_count"),
            beats ? Duration.ofSeconds(heartbeat) : null,
            row.getTimestamp("ends_at").toInstant()),
        new Progress(
            State.valueOf(row.getString("state")),
            row.getInt("failures"),
            failure == null ? null : HookFailure.valueOf(failure),
            moment(row, "started_at"),
            moment(row, "next_at")),
        row.getTimestamp("changed_at").toInstant(),
        row.getLong("events"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp at(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  private static @Nullable Integer seconds(@Nullable Duration time) {
    return time == null ? null : (int) time.toSeconds();
  }

  private static @Nullable String code(Caller caller) {
    Purpose purpose = caller.purpose();
    return purpose == null ? null : purpose.code();
  }
}
