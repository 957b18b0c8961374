package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of receipts. */
final class ReceiptTable {
  private static final String COLUMNS =
      "id, received_at, owner, bundle_identifier, digest, status, outcome, resources";

  private final JdbcTemplate jdbc;

  ReceiptTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The receipt of an accepted submission with the same content.
   *
   * @param owner of which clinic; null for whichever
   */
  Optional<Receipt> acceptedBefore(byte[] digest, @Nullable String owner) {
    return owner == null
        ? one("digest = ?", digest)
        : one("digest = ? AND owner = ?", digest, uuid(owner));
  }

  /** The receipt of a clinic's accepted submission with a bundle identifier. */
  Optional<Receipt> acceptedUnder(String bundleIdentifier, @Nullable String owner) {
    return one(
        "bundle_identifier = ? AND owner IS NOT DISTINCT FROM ?", bundleIdentifier, uuid(owner));
  }

  /**
   * Whether the records of an accepted submission are still as it left them.
   *
   * @param asked which of its entries, by their place
   */
  boolean isCurrent(Receipt receipt, IntPredicate asked) {
    List<String> versions =
        IntStream.range(0, receipt.resources().size())
            .filter(asked)
            .mapToObj(entry -> receipt.resources().get(entry))
            .map(entry -> entry.substring(entry.indexOf(' ') + 1))
            .toList();
    Long changed =
        jdbc.queryForObject(
            """
            SELECT count(*) FROM unnest(?::text[]) AS w (version)
            WHERE NOT EXISTS (SELECT 1 FROM hfj_resource h
              WHERE h.fhir_id = split_part(w.version, '/', 2)
                AND h.res_type = split_part(w.version, '/', 1)
                AND h.res_ver::text = split_part(w.version, '/', 4))
            """,
            Long.class,
            (Object) versions.toArray(String[]::new));
    return changed != null && changed == 0;
  }

  private Optional<Receipt> one(String condition, @Nullable Object... values) {
    return jdbc
        .query(
            "SELECT "
                + COLUMNS
                + " FROM registry.receipt WHERE status BETWEEN 200 AND 299 AND "
                + condition
                + " LIMIT 1",
            (row, number) -> receipt(row),
            values)
        .stream()
        .findFirst();
  }

  Optional<Receipt> byId(String id) {
    try {
      return jdbc
          .query(
              "SELECT " + COLUMNS + " FROM registry.receipt WHERE id = ?",
              (row, number) -> receipt(row),
              UUID.fromString(id))
          .stream()
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // An id of another form is none of ours.
    }
  }

  /** The newest receipts with a bundle identifier, {@code system|value}, accepted or refused. */
  List<Receipt> byBundleIdentifier(String bundleIdentifier, int limit) {
    return jdbc.query(
        "SELECT "
            + COLUMNS
            + " FROM registry.receipt WHERE bundle_identifier = ? ORDER BY received_at DESC LIMIT ?",
        (row, number) -> receipt(row),
        bundleIdentifier,
        limit);
  }

  /**
   * Writes a receipt.
   *
   * @return false where an accepted submission with the same content or identifier has one already
   */
  boolean put(Receipt receipt, @Nullable Payload payload) {
    return jdbc.update(
            connection -> {
              var statement =
                  connection.prepareStatement(
                      "INSERT INTO registry.receipt ("
                          + COLUMNS
                          + ", payload, payload_type, payload_expires)"
                          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
              statement.setObject(1, UUID.fromString(receipt.id()));
              statement.setTimestamp(2, Timestamp.from(receipt.receivedAt()));
              statement.setObject(3, uuid(receipt.owner()), Types.OTHER);
              statement.setString(4, receipt.bundleIdentifier());
              statement.setBytes(5, receipt.digest());
              statement.setInt(6, receipt.status());
              statement.setString(7, receipt.outcome());
              statement.setArray(
                  8, connection.createArrayOf("text", receipt.resources().toArray()));
              statement.setBytes(9, payload == null ? null : payload.encrypted());
              statement.setString(10, payload == null ? null : payload.mediaType());
              statement.setTimestamp(
                  11, payload == null ? null : Timestamp.from(payload.expiresAt()));
              return statement;
            })
        == 1;
  }

  /** Removes the payloads whose time of retention is over; the receipts stay. */
  int forgetPayloads(Instant now) {
    return jdbc.update(
        """
        UPDATE registry.receipt SET payload = NULL, payload_type = NULL, payload_expires = NULL
        WHERE payload_expires < ?
        """,
        Timestamp.from(now));
  }

  /**
   * What a refused submission was, encrypted.
   *
   * @param encrypted the bytes
   * @param mediaType the media type of what was encrypted
   * @param expiresAt when it is removed
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
  record Payload(byte[] encrypted, String mediaType, Instant expiresAt) {}

  private static @Nullable UUID uuid(@Nullable String id) {
    return id == null ? null : UUID.fromString(id);
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getString(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getBytes(5),
        row.getInt(6),
        row.getString(7),
        Arrays.stream((String[]) row.getArray(8).getArray()).toList());
  }
}
