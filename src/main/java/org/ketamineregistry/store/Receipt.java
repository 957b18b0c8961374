package org.ketamineregistry.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a submission, made before its answer is sent.
 *
 * @param id the registry's id of it
 * @param receivedAt when the last byte was read
 * @param owner the clinic's id; null where it was refused before the clinic could be told
 * @param bundleIdentifier {@code Bundle.identifier} as {@code system|value}; null where none
 * @param digest SHA-256 of the content; of the bytes where the content could not be read
 * @param status the HTTP status of the answer
 * @param outcome the OperationOutcome of the answer, as JSON
 * @param resources for each entry its status and location, {@code 201 Type/id/_history/1}
 */
@SuppressWarnings("ArrayRecordComponent") // The digest is written and shown, never compared here.
public record Receipt(
    String id,
    Instant receivedAt,
    @Nullable String owner,
    @Nullable String bundleIdentifier,
    byte[] digest,
    int status,
    String outcome,
    List<String> resources) {

  public boolean accepted() {
    return status >= 200 && status < 300;
  }
}
