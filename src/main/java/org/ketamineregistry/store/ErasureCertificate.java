package org.ketamineregistry.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * That a person's records were erased. It has no pseudonym and no id, so it may be kept and shown.
 *
 * @param id the id of the erasure
 * @param erasedAt when
 * @param reason why
 * @param file the file at the steward's office, {@code system|value}
 * @param erased how many records of each type
 * @param kept how many records of each type stay for drug safety, and for that alone
 * @param digest SHA-256, in hexadecimal digits, over the erased records as {@code Type/id}, sorted
 *     and each ended by a line feed: whoever has the ids of old can tell that these were meant
 * @param keepForSafety whether adverse events were to stay
 */
public record ErasureCertificate(
    String id,
    Instant erasedAt,
    ErasureRequest.Reason reason,
    String file,
    Map<String, Integer> erased,
    Map<String, Integer> kept,
    String digest,
    boolean keepForSafety) {

  public ErasureCertificate {
    erased = new TreeMap<>(erased);
    kept = new TreeMap<>(kept);
  }
}
