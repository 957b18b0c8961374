package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.springframework.jdbc.core.JdbcTemplate;

/** The exports, without the lists of their records. */
final class ExportTable {
  private final JdbcTemplate jdbc;

  ExportTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one at a time begin an export for a client, until the transaction ends. */
  void lock(String client) {
    jdbc.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('registry.export ' || ?, 0))",
        row -> {},
        client);
  }

  /** When the exports of a client expire that have not yet, the first first. */
  List<Instant> expiries(String client, Instant now) {
    return jdbc.query(
        "SELECT expires_at FROM registry.export_job WHERE client = ? AND expires_at > ? ORDER BY"
            + " expires_at",
        (row, number) -> row.getTimestamp(1).toInstant(),
        client,
        Timestamp.from(now));
  }

  /**
   * The moment up to which everything is on record: that at which the oldest transaction under way
   * began, which may keep what it was sent by then. Its age is asked for, since the clock of the
   * database may be another. HAPI keeps moments in milliseconds.
   */
  Instant completeTo(Instant now) {
    Double seconds =
        jdbc.queryForObject(
            """
            SELECT EXTRACT(EPOCH FROM max(clock_timestamp() - xact_start)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """,
            Double.class);
    long millis = seconds == null ? 0 : (long) Math.ceil(Math.max(0, seconds) * 1_000);
    return now.truncatedTo(ChronoUnit.MILLIS).minusMillis(millis + 1);
  }

  /** Adds an export, of which nothing is listed yet. */
  void add(ExportJob job) {
    Caller requester = job.requester();
    Purpose purpose = requester.purpose();
    FlatOrder flat = job.flat();
    jdbc.update(
        """
        INSERT INTO registry.export_job (id, client, user_id, role, clinic, purpose, scopes, level, query,
          complete_to, expires_at, types, counts, views, pseudonym_key)
        VALUES (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', ?, ?)
        """,
        job.id(),
        requester.client(),
        requester.user(),
        requester.role().name(),
        requester.clinic(),
        purpose == null ? null : purpose.code(),
        requester.scopes().claim(),
        job.level(),
        job.query(),
        Timestamp.from(job.completeTo()),
        Timestamp.from(job.expiresAt()),
        flat == null ? new String[0] : flat.views().toArray(String[]::new),
        flat == null ? null : flat.key());
  }

  /** Keeps how many records of each type are listed. */
  void count(String job, Map<String, Long> counts) {
    jdbc.update(
        "UPDATE registry.export_job SET types = ?, counts = ? WHERE id = ?::uuid",
        counts.keySet().toArray(String[]::new),
        counts.values().toArray(Long[]::new),
        job);
  }

  /** The export with an id that has not expired. */
  Optional<ExportJob> of(UUID id, Instant now) {
    return jdbc
        .query(
            "SELECT * FROM registry.export_job WHERE id = ? AND expires_at > ?",
            (row, number) -> job(row),
            id,
            Timestamp.from(now))
        .stream()
        .findFirst();
  }

  private static ExportJob job(ResultSet row) throws SQLException {
    String purpose = row.getString("purpose");
    var requester =
        new Caller(
            row.getString("client"),
            row.getString("user_id"),
            Role.valueOf(row.getString("role")),
            row.getString("clinic"),
            purpose == null ? null : Purpose.coded(purpose).orElseThrow(),
            Scopes.ofClaim(row.getString("scopes")));
    String[] types = (String[]) row.getArray("types").getArray();
    Long[] counts = (Long[]) row.getArray("counts").getArray();
    Map<String, Long> listed = new TreeMap<>();
    for (int i = 0; i < types.length; i++) {
      listed.put(types[i], counts[i]);
    }
    return new ExportJob(
        row.getString("id"),
        requester,
        row.getString("level"),
        row.getString("query"),
        row.getTimestamp("complete_to").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        listed,
        flat(row));
  }

  private static @Nullable FlatOrder flat(ResultSet row) throws SQLException {
    byte[] key = row.getBytes("pseudonym_key");
    return key == null
        ? null
        : new FlatOrder(List.of((String[]) row.getArray("views").getArray()), key);
  }

  /** Removes an export with its list; whether it was there. */
  boolean remove(String job) {
    return jdbc.update("DELETE FROM registry.export_job WHERE id = ?::uuid", job) > 0;
  }

  /** Removes what has expired; how many exports. */
  int removeExpired(Instant now) {
    return jdbc.update(
        "DELETE FROM registry.export_job WHERE expires_at <= ?", Timestamp.from(now));
  }
}
