package org.ketamineregistry.store;

import org.jspecify.annotations.Nullable;

/**
 * What a steward orders when a person has a right to be erased.
 *
 * @param pseudonym the person's registry pseudonym; null where a Patient is named
 * @param patient the id of one of the person's Patient resources; null where the pseudonym is named
 * @param reason why
 * @param file the file at the steward's office that has the request, {@code system|value}; it names
 *     nobody
 * @param keepForSafety whether adverse events, with what they refer to, stay for drug safety (R14)
 */
public record ErasureRequest(
    @Nullable String pseudonym,
    @Nullable String patient,
    Reason reason,
    String file,
    boolean keepForSafety) {

  /** Why a person is erased, by Article 17(1) of the GDPR. */
  public enum Reason {
    /** The person withdrew the consent that holding rests on: letter b. */
    CONSENT_WITHDRAWN,
    /** The person objected, and nothing overrides the objection: letter c. */
    OBJECTION,
    /** The records were never rightly held: letter d. */
    UNLAWFUL,
    /** The law of the jurisdiction says so: letter e. */
    LEGAL_OBLIGATION
  }
}
