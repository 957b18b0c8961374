package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Finding;
import org.ketamineregistry.practice.FindingDecision;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry's own table of findings. */
final class FindingTable {
  private final JdbcTemplate jdbc;

  FindingTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What a finding is known by, as long as there are facts: it stands, is taken back, stands. */
  record Key(String patient, String rule, String subject) {
    static Key of(String patient, Finding finding) {
      return new Key(patient, finding.rule().code(), finding.subject());
    }
  }

  /**
   * A finding on file.
   *
   * @param id its id, and that of its DetectedIssue
   * @param subjectType the type of the resource that it is about
   * @param happenedAt when what it tells of happened; null where an earlier version kept none
   * @param ruleSet the rule set that made or confirmed it last
   * @param decided what was decided about it, the latest last
   */
  record Kept(
      String id,
      String subjectType,
      boolean stands,
      @Nullable Instant happenedAt,
      String ruleSet,
      List<Decided> decided) {}

  /** What a steward decided, and when. */
  record Decided(FindingDecision decision, Instant at) {}

  Map<Key, Kept> of(Set<String> patients) {
    Map<String, List<Decided>> decided = decisions(patients);
    Map<Key, Kept> kept = new HashMap<>();
    jdbc.query(
        """
        SELECT patient, rule, subject, id, subject_type, stands, happened_at, rule_set
        FROM registry.finding WHERE patient = ANY (?)
        """,
        row -> {
          Timestamp happenedAt = row.getTimestamp(7);
          kept.put(
              new Key(row.getString(1), row.getString(2), row.getString(3)),
              new Kept(
                  row.getString(4),
                  row.getString(5),
                  row.getBoolean(6),
                  happenedAt == null ? null : happenedAt.toInstant(),
                  row.getString(8),
                  decided.getOrDefault(row.getString(4), List.of())));
        },
        (Object) patients.stream().map(UUID::fromString).toArray(UUID[]::new));
    return kept;
  }

  private Map<String, List<Decided>> decisions(Set<String> patients) {
    Map<String, List<Decided>> decided = new HashMap<>();
    jdbc.query(
        """
        SELECT d.finding, d.decision, d.decided_at
        FROM registry.finding f JOIN registry.finding_decision d ON d.finding = f.id
        WHERE f.patient = ANY (?) ORDER BY d.decided_at
        """,
        row -> {
          decided
              .computeIfAbsent(row.getString(1), finding -> new ArrayList<>())
              .add(
                  new Decided(
                      FindingDecision.coded(row.getString(2)).orElseThrow(),
                      row.getTimestamp(3).toInstant()));
        },
        (Object) patients.stream().map(UUID::fromString).toArray(UUID[]::new));
    return decided;
  }

  /** The patient of a finding. */
  Optional<String> patient(UUID finding) {
    return jdbc
        .queryForList("SELECT patient FROM registry.finding WHERE id = ?", String.class, finding)
        .stream()
        .findFirst();
  }

  /** A decision about a finding; two of one moment are kept in the order in which they came. */
  void decided(String id, FindingDecision decision, Instant at) {
    jdbc.update(
        """
        INSERT INTO registry.finding_decision (finding, decision, decided_at)
        SELECT ?::uuid, ?, GREATEST(?, max(decided_at) + interval '1 millisecond')
        FROM registry.finding_decision WHERE finding = ?::uuid
        """,
        id,
        decision.code(),
        Timestamp.from(at),
        id);
  }

  /** A new finding, and its DetectedIssue as a record of the patient's clinic. */
  void add(String id, Key key, Finding finding, String ruleSet) {
    jdbc.update(
        """
        INSERT INTO registry.finding (id, patient, rule, subject, subject_type, rule_set, happened_at, stands)
        VALUES (?::uuid, ?::uuid, ?, ?::uuid, ?, ?, ?, true)
        """,
        id,
        key.patient(),
        key.rule(),
        key.subject(),
        finding.subjectType(),
        ruleSet,
        Timestamp.from(finding.at()));
    jdbc.update(
        """
        INSERT INTO registry.record (id, resource_type, owner, patient, person)
        SELECT ?::uuid, 'DetectedIssue', owner, id, person FROM registry.record WHERE id = ?::uuid
        """,
        id,
        key.patient());
  }

  void stands(String id, Instant happenedAt, String ruleSet) {
    jdbc.update(
        "UPDATE registry.finding SET stands = true, happened_at = ?, rule_set = ? WHERE id ="
            + " ?::uuid",
        Timestamp.from(happenedAt),
        ruleSet,
        id);
  }

  void standsNoMore(String id, String ruleSet) {
    jdbc.update(
        "UPDATE registry.finding SET stands = false, rule_set = ? WHERE id = ?::uuid", ruleSet, id);
  }
}
