package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A steward's statement that two pseudonyms stand for one person, and its undoing. No record is
 * changed by it: whoever counts or decides by person follows the links, so that a wrong one can be
 * taken back without a trace in the records.
 */
public final class PersonLinks {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  PersonLinks(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail audit) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * States that two registry pseudonyms are one person.
   *
   * @return the id of the statement; that of the standing one where it was made before
   * @throws Refused 404 where one of them is not on record, 400 where they are the same
   */
  public String link(String person, String sameAs, Act act) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              String id = link(person, sameAs, act.at());
              audit.append(act.entry("$link-pseudonyms", patients(id)));
              return id;
            }));
  }

  private String link(String person, String sameAs, Instant now) {
    if (person.equals(sameAs)) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST, "A person is linked to another pseudonym, not to itself.");
    }
    List<String> pair =
        person.compareTo(sameAs) < 0 ? List.of(person, sameAs) : List.of(sameAs, person);
    Integer known =
        jdbc.queryForObject(
            "SELECT count(DISTINCT person) FROM registry.record WHERE person IN (?, ?)",
            Integer.class,
            person,
            sameAs);
    if (known == null || known < 2) {
      throw Refused.because(ErrorCode.NOT_FOUND, "One of the pseudonyms is not on record.");
    }
    jdbc.update(
        """
        INSERT INTO registry.pseudonym_link (id, person, same_as, made_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        UUID.randomUUID(),
        pair.get(0),
        pair.get(1),
        Timestamp.from(now));
    return Optional.ofNullable(
            jdbc.queryForObject(
                "SELECT id FROM registry.pseudonym_link WHERE person = ? AND same_as = ? AND undone_at IS NULL",
                String.class,
                pair.get(0),
                pair.get(1)))
        .orElseThrow();
  }

  /**
   * Takes a statement back.
   *
   * @throws Refused 404 where there is no such statement, or it was taken back before
   */
  public void unlink(String id, Act act) {
    transaction.executeWithoutResult(
        status -> {
          unlink(id, act.at());
          audit.append(act.entry("$unlink-pseudonyms", patients(id)));
        });
  }

  /** The Patient resources that a statement concerns. */
  private List<String> patients(String id) {
    return jdbc.queryForList(
        """
        SELECT 'Patient/' || r.id FROM registry.pseudonym_link l JOIN registry.record r ON r.person IN (l.person, l.same_as)
        WHERE l.id = ?::uuid AND r.resource_type = 'Patient' ORDER BY r.id
        """,
        String.class,
        id);
  }

  private void unlink(String id, Instant now) {
    int undone;
    try {
      undone =
          jdbc.update(
              "UPDATE registry.pseudonym_link SET undone_at = ? WHERE id = ? AND undone_at IS NULL",
              Timestamp.from(now),
              UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      undone = 0; // An id of another form is none of ours.
    }
    if (undone == 0) {
      throw Refused.because(
          ErrorCode.NOT_FOUND, "There is no such link, or it was taken back before.");
    }
  }
}
