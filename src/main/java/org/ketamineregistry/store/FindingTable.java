package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Finding;
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
   */
  record Kept(
      String id,
      String subjectType,
      boolean stands,
      @Nullable Instant happenedAt,
      String ruleSet) {}

  Map<Key, Kept> of(Set<String> patients) {
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
                  row.getString(8)));
        },
        (Object) patients.stream().map(UUID::fromString).toArray(UUID[]::new));
    return kept;
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
