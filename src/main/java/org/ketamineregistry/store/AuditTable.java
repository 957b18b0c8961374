package org.ketamineregistry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditRow;
import org.ketamineregistry.audit.AuditTrail;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The log's rows. An entry is one statement, which looks up whom its records are about, within the
 * transaction that is open or in one of its own.
 */
final class AuditTable implements AuditTrail {
  static final String COLUMNS =
      "number, id, at, action, interaction, client, user_id, role, clinic, purpose, request, status,"
          + " refusal, consent, records, patients, owners, parameters, query_digest";

  private static final String APPEND =
      """
      WITH about AS (
        SELECT patient, owner FROM registry.record WHERE id = ANY (?)
        UNION
        SELECT f.patient, r.owner FROM registry.finding f LEFT JOIN registry.record r ON r.id = f.patient
        WHERE f.id = ANY (?)
      )
      INSERT INTO registry.audit (id, at, action, interaction, client, user_id, role, clinic, purpose, request,
        status, refusal, consent, records, parameters, query_digest, patients, owners)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ARRAY (SELECT DISTINCT patient FROM about WHERE patient IS NOT NULL ORDER BY patient),
        ARRAY (SELECT DISTINCT owner FROM about WHERE owner IS NOT NULL ORDER BY owner)
      """;

  private final JdbcTemplate jdbc;

  AuditTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void append(AuditEntry entry) {
    jdbc.update(connection -> statement(connection, entry));
  }

  private static PreparedStatement statement(Connection connection, AuditEntry entry)
      throws SQLException {
    Caller caller = entry.caller();
    Object[] ids = entry.records().stream().map(AuditTable::id).filter(id -> id != null).toArray();
    var query = entry.query();
    var purpose = caller.purpose();
    var consent = entry.consent();
    PreparedStatement statement = connection.prepareStatement(APPEND);
    statement.setArray(1, connection.createArrayOf("uuid", ids));
    statement.setArray(2, connection.createArrayOf("uuid", ids));
    statement.setObject(3, entry.id());
    statement.setTimestamp(4, Timestamp.from(entry.at()));
    statement.setString(5, entry.action().code());
    statement.setString(6, entry.interaction());
    statement.setString(7, caller.client());
    statement.setString(8, caller.user());
    statement.setString(9, caller.role().code());
    statement.setString(10, caller.clinic());
    statement.setString(11, purpose == null ? null : purpose.code());
    statement.setString(12, entry.request());
    statement.setInt(13, entry.status());
    statement.setString(14, entry.refusal());
    statement.setString(15, consent == null ? null : consent.code());
    statement.setArray(16, connection.createArrayOf("text", entry.records().toArray()));
    statement.setArray(
        17,
        connection.createArrayOf(
            "text", query == null ? new Object[0] : query.parameters().toArray()));
    statement.setString(18, query == null ? null : query.digest());
    return statement;
  }

  /** The id of {@code Type/id}; null where it is none of the registry's. */
  private static @Nullable UUID id(String record) {
    try {
      return UUID.fromString(String.valueOf(new IdType(record).getIdPart()));
    } catch (IllegalArgumentException e) {
      return null; // An id of another form is none of ours.
    }
  }

  /** The {@link #COLUMNS} of the table under another name. */
  static String columns(String alias) {
    return Arrays.stream(COLUMNS.split(", "))
        .map(column -> alias + "." + column)
        .collect(Collectors.joining(", "));
  }

  /** A row with the {@link #COLUMNS}, from a column on. */
  static AuditRow row(ResultSet row, int first) throws SQLException {
    return new AuditRow(
        row.getLong(first),
        row.getObject(first + 1, UUID.class),
        row.getTimestamp(first + 2).toInstant(),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6),
        row.getString(first + 7),
        row.getString(first + 8),
        row.getString(first + 9),
        row.getString(first + 10),
        row.getInt(first + 11),
        row.getString(first + 12),
        row.getString(first + 13),
        texts(row, first + 14),
        texts(row, first + 15),
        texts(row, first + 16),
        texts(row, first + 17),
        row.getString(first + 18));
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return Arrays.stream((Object[]) row.getArray(column).getArray()).map(String::valueOf).toList();
  }
}
