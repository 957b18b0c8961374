package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.FactReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the practice of each patient was reviewed, by which rule set, and when again. */
final class ReviewTable {
  /** The condition under which a review is due; its parameters are those of {@link #due}. */
  private static final String DUE = "(rule_set <> ? OR due_at <= ? OR fact_form < ?)";

  private final JdbcTemplate jdbc;

  ReviewTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The patients whose review is due: by another rule set than the one in force, by time, or
   * because their facts have an older form.
   *
   * @param after the patient after whom to look, in the order of ids; null for from the first
   */
  List<String> due(String ruleSet, Instant now, @Nullable String after, int limit) {
    return jdbc.queryForList(
        "SELECT patient FROM registry.review WHERE patient > ?::uuid AND "
            + DUE
            + " ORDER BY patient LIMIT ?",
        String.class,
        after == null ? new UUID(0, 0).toString() : after,
        ruleSet,
        Timestamp.from(now),
        FactReader.FORM,
        limit);
  }

  boolean isDue(String patient, String ruleSet, Instant now) {
    return !jdbc.queryForList(
            "SELECT 1 FROM registry.review WHERE patient = ?::uuid AND " + DUE,
            Integer.class,
            patient,
            ruleSet,
            Timestamp.from(now),
            FactReader.FORM)
        .isEmpty();
  }

  /** Those of the patients whose facts have an older form than they would be read in now. */
  List<String> ofOlderForm(Set<String> patients) {
    return jdbc.queryForList(
        "SELECT patient FROM registry.review WHERE patient = ANY (?) AND fact_form < ?",
        String.class,
        patients.stream().map(UUID::fromString).toArray(UUID[]::new),
        FactReader.FORM);
  }

  /** Notes a review, of facts in the form of now. */
  void reviewed(String patient, String ruleSet, Instant now, @Nullable Instant dueAt) {
    jdbc.update(
        """
        INSERT INTO registry.review (patient, rule_set, reviewed_at, due_at, fact_form)
        VALUES (?::uuid, ?, ?, ?, ?)
        ON CONFLICT (patient) DO UPDATE SET
          rule_set = excluded.rule_set, reviewed_at = excluded.reviewed_at,
          due_at = excluded.due_at, fact_form = excluded.fact_form
        """,
        patient,
        ruleSet,
        Timestamp.from(now),
        dueAt == null ? null : Timestamp.from(dueAt),
        FactReader.FORM);
  }

  /** What a clinic's registration says has changed, so all its patients are looked at again. */
  void dueForClinic(String clinic) {
    jdbc.update(
        """
        UPDATE registry.review SET due_at = reviewed_at WHERE patient IN (
          SELECT id FROM registry.record WHERE owner = ?::uuid AND resource_type = 'Patient')
        """,
        clinic);
  }

  /** What a person permits has changed, at whichever clinic it was said. */
  void dueForPerson(String person) {
    jdbc.update(
        """
        UPDATE registry.review SET due_at = reviewed_at WHERE patient IN (
          SELECT id FROM registry.record WHERE person = ? AND resource_type = 'Patient')
        """,
        person);
  }
}
