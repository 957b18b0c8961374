package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The erasures that were done, and the lock between them and the submissions. */
final class ErasureTable {
  private static final String LOCK = "hashtextextended('registry.erasure', 0)";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final JdbcTemplate jdbc;

  ErasureTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for the submissions and erasures under way, and lets none begin until this one ends. */
  void lockOut() {
    jdbc.query("SELECT pg_advisory_xact_lock(" + LOCK + ")", row -> {});
  }

  /** Waits for an erasure under way, and lets none begin until the transaction ends. */
  void lockIn() {
    jdbc.query("SELECT pg_advisory_xact_lock_shared(" + LOCK + ")", row -> {});
  }

  /** The newest erasure of a person, by any of the digests of the person's pseudonyms. */
  Optional<ErasureCertificate> of(Set<String> digests) {
    return jdbc
        .queryForList(
            "SELECT certificate FROM registry.erasure WHERE persons && ?::text[] ORDER BY erased_at"
                + " DESC LIMIT 1",
            String.class,
            (Object) digests.toArray(String[]::new))
        .stream()
        .findFirst()
        .map(ErasureTable::read);
  }

  void add(ErasureCertificate certificate, Set<String> digests) {
    jdbc.update(
        "INSERT INTO registry.erasure (id, erased_at, persons, certificate) VALUES (?, ?, ?,"
            + " ?::jsonb)",
        UUID.fromString(certificate.id()),
        Timestamp.from(certificate.erasedAt()),
        digests.toArray(String[]::new),
        write(certificate));
  }

  private static String write(ErasureCertificate certificate) {
    try {
      return JSON.writeValueAsString(certificate);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A certificate cannot be written", e);
    }
  }

  private static ErasureCertificate read(String text) {
    try {
      return JSON.readValue(text, ErasureCertificate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored certificate is not readable", e);
    }
  }
}
