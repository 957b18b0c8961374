package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Outcomes;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes a person out of the receipts. */
final class ErasedReceipts {
  private static final int DIGEST_BYTES = 32;

  /** What stands where a refusal named a record. */
  private static final String ERASED = "(erased)";

  private final JdbcTemplate jdbc;
  private final PayloadCipher cipher;
  private final FhirContext context;
  private final SecureRandom random = new SecureRandom();

  ErasedReceipts(JdbcTemplate jdbc, PayloadCipher cipher, FhirContext context) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.context = context;
  }

  private record Made(String receipt, List<String> resources) {}

  /**
   * Removes the receipts of submissions that were about erased records alone; of others, what they
   * say of these. Its digest then tells of the content no more, and the same submission is not
   * known again.
   *
   * @param owners the clinics whose receipts may name the records
   * @param gone the ids of the erased records
   */
  void forget(Set<String> owners, Set<String> gone) {
    List<Made> made = new ArrayList<>();
    jdbc.query(
        "SELECT id, resources FROM registry.receipt WHERE owner = ANY (?)",
        row -> {
          List<String> resources = List.of((String[]) row.getArray(2).getArray());
          if (resources.stream().anyMatch(one -> gone.contains(id(one)))) {
            made.add(new Made(row.getString(1), resources));
          }
        },
        (Object) owners.stream().map(UUID::fromString).toArray(UUID[]::new));
    made.forEach(one -> forget(one, gone));
  }

  private void forget(Made made, Set<String> gone) {
    UUID id = UUID.fromString(made.receipt());
    String[] left =
        made.resources().stream().filter(one -> !gone.contains(id(one))).toArray(String[]::new);
    if (left.length == 0) {
      jdbc.update("DELETE FROM registry.receipt WHERE id = ?", id);
      return;
    }
    byte[] digest = new byte[DIGEST_BYTES];
    random.nextBytes(digest);
    jdbc.update(
        "UPDATE registry.receipt SET resources = ?, digest = ?, outcome = ? WHERE id = ?",
        left,
        digest,
        context.newJsonParser().encodeResourceToString(Outcomes.ofNotices(List.of())),
        id);
  }

  /**
   * Removes what the receipts of refused submissions say of the person: a record that exists, which
   * the refusal named, and the payload where it names the person. One that cannot be read under the
   * key of today is removed too, since nobody could say whom it names.
   *
   * @param names identifiers and ids of the person
   */
  void forgetRefused(Collection<String> names) {
    forgetPayloads(names);
    Map<String, String> outcomes = new HashMap<>();
    jdbc.query(
        "SELECT id, outcome FROM registry.receipt WHERE status >= 400 AND outcome LIKE ?",
        row -> {
          String outcome = row.getString(2);
          String left = outcome;
          for (String name : names) {
            left = left.replace(name, ERASED);
          }
          if (!left.equals(outcome)) {
            outcomes.put(row.getString(1), left);
          }
        },
        "%" + ErrorCode.IDENTIFIER_EXISTS.code() + "%");
    outcomes.forEach(
        (id, left) ->
            jdbc.update(
                "UPDATE registry.receipt SET outcome = ? WHERE id = ?", left, UUID.fromString(id)));
  }

  private void forgetPayloads(Collection<String> names) {
    List<UUID> found = new ArrayList<>();
    jdbc.query(
        "SELECT id, payload FROM registry.receipt WHERE payload IS NOT NULL",
        row -> {
          if (isNamed(row.getBytes(2), names)) {
            found.add(row.getObject(1, UUID.class));
          }
        });
    jdbc.update(
        """
        UPDATE registry.receipt SET payload = NULL, payload_type = NULL, payload_expires = NULL
        WHERE id = ANY (?)
        """,
        (Object) found.toArray(UUID[]::new));
  }

  private boolean isNamed(byte[] payload, Collection<String> names) {
    try {
      String text = new String(cipher.decrypt(payload), StandardCharsets.UTF_8);
      return names.stream().anyMatch(text::contains);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Of {@code 201 Type/id/_history/1}. */
  private static String id(String made) {
    return Arrays.stream(made.split("/", 3)).skip(1).findFirst().orElse("");
  }
}
