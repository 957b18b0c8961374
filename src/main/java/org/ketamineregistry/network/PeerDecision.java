package org.ketamineregistry.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a steward decided, and why.
 *
 * @param reason in the steward's words; it stays in the registry
 * @param client the client by which the steward decided
 * @param person the steward's id at the identity provider; null for a system
 * @param at when
 */
public record PeerDecision(String reason, String client, @Nullable String person, Instant at) {
  private static final int LONGEST_REASON = 500;

  public PeerDecision {
    if (!isReason(reason)) {
      throw new IllegalArgumentException("A decision has a reason of 1 to 500 characters");
    }
  }

  /** Whether these words are a reason: some, and at most 500 characters. */
  public static boolean isReason(String words) {
    return !words.isBlank() && words.length() <= LONGEST_REASON;
  }
}
