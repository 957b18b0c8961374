package org.ketamineregistry.network;

import java.time.Duration;

/**
 * How questions of peers are met where no steward decided otherwise, and how long one waits.
 *
 * @param policy what holds for a peer and an indicator about which nothing was decided
 * @param mostWaiting how many questions of one peer wait at a time, 1 to 10 000
 * @param waits how long a question waits for the steward, and then for the peer; at least a minute
 * @param kept how long it is kept after that, so that a late repetition is known as one
 */
public record PeerRules(PeerPolicy policy, int mostWaiting, Duration waits, Duration kept) {
  public PeerRules {
    if (mostWaiting < 1 || mostWaiting > 10_000) {
      throw new IllegalArgumentException("1 to 10000 questions of a peer wait at a time");
    }
    if (waits.compareTo(Duration.ofMinutes(1)) < 0 || kept.isNegative()) {
      throw new IllegalArgumentException(
          "A question waits at least a minute, and is kept for no negative time");
    }
  }
}
