package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log. */
public final class AuditLog {
  /** Interactions by which nothing is disclosed. */
  private static final String[] WRITES = {
    "create", "update", "transaction", "batch", "$link-pseudonyms", "$unlink-pseudonyms"
  };

  private final JdbcTemplate jdbc;

  AuditLog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is looked for; null for whatever.
   *
   * @param patient the id of a Patient resource
   * @param from the first moment
   * @param until the first moment after
   * @param client the client of the caller
   * @param action HL7's letter of what was done
   * @param interaction as {@code read}
   * @param disclosed whether only what was answered and was no write is looked for
   */
  public record Question(
      @Nullable String patient,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String client,
      @Nullable String action,
      @Nullable String interaction,
      boolean disclosed) {

    /** What was disclosed of a patient, within a time or ever. */
    public static Question disclosuresOf(
        String patient, @Nullable Instant from, @Nullable Instant until) {
      return new Question(patient, from, until, null, null, null, true);
    }
  }

  /** The row with an id. */
  public Optional<AuditRow> byId(String id) {
    return uuid(id)
        .flatMap(
            wanted ->
                jdbc
                    .query(
                        "SELECT " + AuditTable.COLUMNS + " FROM registry.audit WHERE id = ?",
                        (row, index) -> AuditTable.row(row, 1),
                        wanted)
                    .stream()
                    .findFirst());
  }

  /**
   * Some of the rows that are looked for, the newest first.
   *
   * @param offset how many newer ones are passed over
   * @param limit how many at most
   */
  public List<AuditRow> find(Question question, int offset, int limit) {
    List<Object> values = new ArrayList<>();
    String where = where(question, values);
    values.add(limit);
    values.add(offset);
    return jdbc.query(
        "SELECT "
            + AuditTable.COLUMNS
            + " FROM registry.audit"
            + where
            + " ORDER BY at DESC, number DESC LIMIT ? OFFSET ?",
        (row, index) -> AuditTable.row(row, 1),
        values.toArray());
  }

  /**
   * What was disclosed of a patient, the newest first: rows that name this patient's records alone,
   * whoever else's an answer had beside them.
   */
  public List<AuditRow> disclosures(
      String patient, @Nullable Instant from, @Nullable Instant until, int limit) {
    Set<String> ids = recordsOf(patient);
    return find(Question.disclosuresOf(patient, from, until), 0, limit).stream()
        .map(row -> row.of(patient, record -> ids.contains(new IdType(record).getIdPart())))
        .toList();
  }

  private Set<String> recordsOf(String patient) {
    UUID id = uuid(patient).orElse(new UUID(0, 0));
    return Set.copyOf(
        jdbc.queryForList(
            """
            SELECT id::text FROM registry.record WHERE patient = ? OR id = ?
            UNION SELECT id::text FROM registry.finding WHERE patient = ?
            """,
            String.class,
            id,
            id,
            id));
  }

  /** How many rows are looked for. */
  public int count(Question question) {
    List<Object> values = new ArrayList<>();
    String where = where(question, values);
    Integer found =
        jdbc.queryForObject(
            "SELECT count(*) FROM registry.audit" + where, Integer.class, values.toArray());
    return found == null ? 0 : found;
  }

  private static String where(Question question, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    if (question.patient() != null) {
      // An id of another form is none of ours, and nothing is known of its patient.
      conditions.add("patients <> '{}' AND patients @> ARRAY[?]::uuid[]");
      values.add(uuid(question.patient()).orElse(new UUID(0, 0)));
    }
    add("at >= ?", moment(question.from()), conditions, values);
    add("at < ?", moment(question.until()), conditions, values);
    add("client = ?", question.client(), conditions, values);
    add("action = ?", question.action(), conditions, values);
    add("interaction = ?", question.interaction(), conditions, values);
    if (question.disclosed()) {
      conditions.add("status < 400 AND NOT interaction = ANY (?)");
      values.add(WRITES);
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static void add(
      String condition, @Nullable Object value, List<String> conditions, List<Object> values) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private static @Nullable Timestamp moment(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  private static Optional<UUID> uuid(String id) {
    return Stream.of(id)
        .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
        .map(UUID::fromString)
        .findFirst();
  }
}
