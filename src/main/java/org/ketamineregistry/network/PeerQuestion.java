package org.ketamineregistry.network;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question of a peer that a steward looks at. It changes by what happens, and comes to its end by
 * time alone: nothing waits for ever.
 *
 * @param id by which the steward names it
 * @param peer the client id of the peer
 * @param key the peer's {@code Idempotency-Key}: a repetition is the same question
 * @param question what is asked
 * @param askedAt when it was asked first
 * @param until when nothing more comes of it
 * @param allowed what was decided; null while it waits
 * @param decision who decided and why; null while it waits
 * @param answeredOver the cut that it was answered over; null where it was not
 */
public record PeerQuestion(
    UUID id,
    String peer,
    UUID key,
    NetworkQuestion question,
    Instant askedAt,
    Instant until,
    @Nullable Boolean allowed,
    @Nullable PeerDecision decision,
    @Nullable LocalDate answeredOver) {

  /** What is told to the peer that asks, or asks again. */
  public enum Verdict {
    /** It waits for the steward. */
    WAITS,
    /** It is answered. */
    ANSWERED,
    /** The steward refused it. */
    REFUSED,
    /** Nobody decided in time, or nobody fetched the answer in time. */
    EXPIRED,
    /** It was answered over an earlier cut: an answer over a later one is another answer. */
    SPENT
  }

  /** A question that was asked now. */
  public static PeerQuestion asked(
      String peer, UUID key, NetworkQuestion question, Instant now, Duration waits) {
    return new PeerQuestion(
        UUID.randomUUID(), peer, key, question, now, now.plus(waits), null, null, null);
  }

  /**
   * What is told now.
   *
   * @param cut the cut that it would be answered over
   */
  public Verdict verdict(Instant now, LocalDate cut) {
    if (!now.isBefore(until)) {
      return Verdict.EXPIRED;
    }
    if (allowed == null) {
      return Verdict.WAITS;
    }
    if (!allowed) {
      return Verdict.REFUSED;
    }
    return answeredOver == null || answeredOver.equals(cut) ? Verdict.ANSWERED : Verdict.SPENT;
  }

  /**
   * A steward decided; the peer has as long to fetch the answer as the question could wait.
   *
   * @param answer whether it is to be answered
   */
  public PeerQuestion decided(boolean answer, PeerDecision by, Duration waits) {
    return new PeerQuestion(
        id, peer, key, question, askedAt, by.at().plus(waits), answer, by, answeredOver);
  }

  /** It is answered over a cut. */
  public PeerQuestion answered(LocalDate cut) {
    return new PeerQuestion(id, peer, key, question, askedAt, until, allowed, decision, cut);
  }
}
