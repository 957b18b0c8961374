package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.network.Directory.Accepted;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.NetworkAsking.Asker;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.SubTask.Phase;
import org.ketamineregistry.network.Term;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of askings and of their sub-tasks. */
final class AskingTable {
  private static final String TASK =
      "SELECT id, member, phase, attempts, next_at, status, late FROM registry.asking_member ";

  private final JdbcTemplate jdbc;

  AskingTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The directory that was accepted last; the row is locked until the transaction ends. */
  Optional<Accepted> accepted() {
    return jdbc
        .query(
            "SELECT version, digest FROM registry.network_directory FOR UPDATE",
            (row, n) -> new Accepted(row.getLong("version"), row.getString("digest")))
        .stream()
        .findFirst();
  }

  /** Of two that are accepted at once the newer stays. */
  void accept(Accepted directory) {
    jdbc.update(
        """
        INSERT INTO registry.network_directory (version, digest) VALUES (?, ?)
        ON CONFLICT (one) DO UPDATE SET version = excluded.version, digest = excluded.digest
        WHERE network_directory.version < excluded.version
        """,
        directory.version(),
        directory.digest());
  }

  void insert(NetworkAsking asking) {
    jdbc.update(
        """
        INSERT INTO registry.asking
          (id, question, client, person, role, request, directory, asked_at, deadline, ends_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        asking.id(),
        QuestionJson.text(asking.question()),
        asking.asker().client(),
        asking.asker().user(),
        asking.asker().role(),
        asking.asker().request(),
        asking.directory(),
        Timestamp.from(asking.askedAt()),
        Timestamp.from(asking.term().deadline()),
        Timestamp.from(asking.term().end()));
    int place = 0;
    for (SubTask task : asking.members()) {
      jdbc.update(
          """
          INSERT INTO registry.asking_member
            (id, asking, place, member, phase, attempts, next_at, status, late)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          task.id(),
          asking.id(),
          place++,
          task.member(),
          task.phase().name(),
          task.attempts(),
          Timestamp.from(task.next()),
          code(task.status()),
          task.late());
    }
  }

  Optional<NetworkAsking> find(UUID id) {
    return jdbc.query("SELECT * FROM registry.asking WHERE id = ?", this::asking, id).stream()
        .findFirst();
  }

  Optional<NetworkAsking> ofTask(UUID task) {
    return jdbc
        .queryForList("SELECT asking FROM registry.asking_member WHERE id = ?", UUID.class, task)
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  List<SubTask> tasks(UUID asking) {
    return jdbc.query(TASK + "WHERE asking = ? ORDER BY place", AskingTable::task, asking);
  }

  /** A sub-task, whose row is locked until the transaction ends. */
  Optional<SubTask> locked(UUID id) {
    return jdbc.query(TASK + "WHERE id = ? FOR UPDATE", AskingTable::task, id).stream().findFirst();
  }

  /** What members sent, by their ids. */
  Map<String, String> answers(UUID asking) {
    Map<String, String> answers = new HashMap<>();
    jdbc.query(
        "SELECT member, answer FROM registry.asking_member"
            + " WHERE asking = ? AND answer IS NOT NULL",
        row -> {
          answers.put(row.getString("member"), row.getString("answer"));
        },
        asking);
    return answers;
  }

  /**
   * Sub-tasks that are due, or whose asker is gone, the rows locked; what another instance is
   * taking is passed over.
   */
  List<UUID> due(Instant now, int most, List<String> busy) {
    return jdbc.queryForList(
        """
        SELECT id FROM registry.asking_member
        WHERE ((phase = 'DUE' AND next_at <= ?) OR (phase = 'UNDER_WAY' AND coalesce(lease_until, '-infinity') <= ?))
          AND NOT member = ANY (?)
        ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        UUID.class,
        Timestamp.from(now),
        Timestamp.from(now),
        busy.toArray(String[]::new),
        most);
  }

  void update(SubTask task, @Nullable Instant leaseUntil) {
    jdbc.update(
        """
        UPDATE registry.asking_member
        SET phase = ?, attempts = ?, next_at = ?, status = ?, late = ?, lease_until = ?
        WHERE id = ?
        """,
        task.phase().name(),
        task.attempts(),
        Timestamp.from(task.next()),
        code(task.status()),
        task.late(),
        leaseUntil == null ? null : Timestamp.from(leaseUntil),
        task.id());
  }

  void answer(UUID task, String answer) {
    jdbc.update("UPDATE registry.asking_member SET answer = ? WHERE id = ?", answer, task);
  }

  void renew(List<UUID> tasks, Instant until) {
    jdbc.update(
        """
        UPDATE registry.asking_member SET lease_until = ?
        WHERE id = ANY (?) AND phase = 'UNDER_WAY'
        """,
        Timestamp.from(until),
        tasks.toArray(UUID[]::new));
  }

  /** Whether it was not cancelled before. */
  boolean cancel(UUID asking, Instant now) {
    return jdbc.update(
            "UPDATE registry.asking SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL",
            Timestamp.from(now),
            asking)
        > 0;
  }

  /** What {@link SubTask#at} says of all of them. */
  void pass(Instant now) {
    List<UUID> passed =
        jdbc.queryForList(
            """
            SELECT task.id FROM registry.asking_member task
            JOIN registry.asking ON asking.id = task.asking
            WHERE task.phase <> 'ENDED'
              AND (asking.ends_at <= ? OR (asking.deadline <= ? AND task.status IS NULL))
            FOR UPDATE OF task SKIP LOCKED
            """,
            UUID.class,
            Timestamp.from(now),
            Timestamp.from(now));
    for (UUID id : passed) {
      Term term = ofTask(id).orElseThrow().term();
      locked(id)
          .ifPresent(
              task -> {
                SubTask told = task.at(now, term);
                jdbc.update(
                    "UPDATE registry.asking_member SET phase = ?, status = ? WHERE id = ?",
                    told.phase().name(),
                    code(told.status()),
                    id);
              });
    }
  }

  boolean isAnythingOpen() {
    return !jdbc.queryForList(
            "SELECT 1 FROM registry.asking_member WHERE phase <> 'ENDED' LIMIT 1", Integer.class)
        .isEmpty();
  }

  int forget(Instant before) {
    return jdbc.update("DELETE FROM registry.asking WHERE ends_at < ?", Timestamp.from(before));
  }

  private NetworkAsking asking(ResultSet row, int n) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Timestamp cancelled = row.getTimestamp("cancelled_at");
    return new NetworkAsking(
        id,
        QuestionJson.question(row.getString("question")),
        new Asker(
            row.getString("client"),
            row.getString("person"),
            row.getString("role"),
            row.getString("request")),
        row.getLong("directory"),
        row.getTimestamp("asked_at").toInstant(),
        new Term(row.getTimestamp("deadline").toInstant(), row.getTimestamp("ends_at").toInstant()),
        cancelled == null ? null : cancelled.toInstant(),
        tasks(id));
  }

  private static SubTask task(ResultSet row, int n) throws SQLException {
    String status = row.getString("status");
    return new SubTask(
        row.getObject("id", UUID.class),
        row.getString("member"),
        Phase.valueOf(row.getString("phase")),
        row.getInt("attempts"),
        row.getTimestamp("next_at").toInstant(),
        status == null ? null : MemberStatus.coded(status).orElseThrow(),
        row.getBoolean("late"));
  }

  private static @Nullable String code(@Nullable MemberStatus status) {
    return status == null ? null : status.code();
  }
}
