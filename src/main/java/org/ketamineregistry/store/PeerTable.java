package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.network.PeerDecision;
import org.ketamineregistry.network.PeerPolicy;
import org.ketamineregistry.network.PeerQuestion;
import org.ketamineregistry.network.PeerStanding;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of peers' questions and of what was decided about peers. */
final class PeerTable {
  private final JdbcTemplate jdbc;

  PeerTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Two questions of one peer are kept one after the other, so that a bound is one. */
  void lock(String peer) {
    jdbc.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('registry.peer_question ' || ?, 0))",
        row -> {},
        peer);
  }

  Optional<PeerQuestion> find(String peer, UUID key) {
    return jdbc
        .query(
            "SELECT * FROM registry.peer_question WHERE peer = ? AND key = ?",
            PeerTable::question,
            peer,
            key)
        .stream()
        .findFirst();
  }

  /** A question, whose row is locked until the transaction ends. */
  Optional<PeerQuestion> locked(UUID id) {
    return jdbc
        .query(
            "SELECT * FROM registry.peer_question WHERE id = ? FOR UPDATE", PeerTable::question, id)
        .stream()
        .findFirst();
  }

  /** What waits for the steward, the eldest first. */
  List<PeerQuestion> waiting(Instant now) {
    return jdbc.query(
        "SELECT * FROM registry.peer_question WHERE allowed IS NULL AND until > ?"
            + " ORDER BY asked_at, id",
        PeerTable::question,
        Timestamp.from(now));
  }

  void insert(PeerQuestion question) {
    jdbc.update(
        """
        INSERT INTO registry.peer_question (id, peer, key, indicator, question, asked_at, until)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        question.id(),
        question.peer(),
        question.key(),
        question.question().indicator(),
        QuestionJson.text(question.question()),
        Timestamp.from(question.askedAt()),
        Timestamp.from(question.until()));
  }

  void update(PeerQuestion question) {
    PeerDecision decision = question.decision();
    jdbc.update(
        """
        UPDATE registry.peer_question
        SET until = ?, allowed = ?, reason = ?, client = ?, person = ?, decided_at = ?, answered_over = ?
        WHERE id = ?
        """,
        Timestamp.from(question.until()),
        question.allowed(),
        decision == null ? null : decision.reason(),
        decision == null ? null : decision.client(),
        decision == null ? null : decision.person(),
        decision == null ? null : Timestamp.from(decision.at()),
        question.answeredOver(),
        question.id());
  }

  void forget(Instant before) {
    jdbc.update("DELETE FROM registry.peer_question WHERE until < ?", Timestamp.from(before));
  }

  Optional<PeerStanding> standing(String peer, String indicator) {
    return jdbc
        .query(
            "SELECT * FROM registry.peer_policy WHERE peer = ? AND indicator = ?",
            PeerTable::standingRow,
            peer,
            indicator)
        .stream()
        .findFirst();
  }

  List<PeerStanding> standing() {
    return jdbc.query(
        "SELECT * FROM registry.peer_policy ORDER BY peer, indicator", PeerTable::standingRow);
  }

  void put(PeerStanding standing) {
    jdbc.update(
        """
        INSERT INTO registry.peer_policy (peer, indicator, policy, reason, client, person, decided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (peer, indicator) DO UPDATE SET policy = excluded.policy, reason = excluded.reason,
          client = excluded.client, person = excluded.person, decided_at = excluded.decided_at
        """,
        standing.peer(),
        standing.indicator(),
        standing.policy().name(),
        standing.decision().reason(),
        standing.decision().client(),
        standing.decision().person(),
        Timestamp.from(standing.decision().at()));
  }

  private static PeerQuestion question(ResultSet row, int n) throws SQLException {
    return new PeerQuestion(
        row.getObject("id", UUID.class),
        row.getString("peer"),
        row.getObject("key", UUID.class),
        QuestionJson.question(row.getString("question")),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        row.getObject("allowed", Boolean.class),
        row.getTimestamp("decided_at") == null ? null : decision(row),
        answered(row));
  }

  private static @Nullable LocalDate answered(ResultSet row) throws SQLException {
    return row.getObject("answered_over", LocalDate.class);
  }

  private static PeerStanding standingRow(ResultSet row, int n) throws SQLException {
    return new PeerStanding(
        row.getString("peer"),
        row.getString("indicator"),
        PeerPolicy.valueOf(row.getString("policy")),
        decision(row));
  }

  private static PeerDecision decision(ResultSet row) throws SQLException {
    return new PeerDecision(
        row.getString("reason"),
        row.getString("client"),
        row.getString("person"),
        row.getTimestamp("decided_at").toInstant());
  }
}
