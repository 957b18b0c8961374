package org.ketamineregistry.network;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an asking does at one member, and what is known of it. It changes by what happens, in
 * whichever order that comes, and ends with its term at the latest: nothing stays in progress.
 *
 * @param id by which the member knows the question again when it is put once more
 * @param member the member's id
 * @param phase what is done next
 * @param attempts how often the member was asked
 * @param next when it is asked, where that is due
 * @param status what is told of it; null while nothing is known
 * @param late whether the status came after the deadline
 */
public record SubTask(
    UUID id,
    String member,
    Phase phase,
    int attempts,
    Instant next,
    @Nullable MemberStatus status,
    boolean late) {

  /** What is done next. */
  public enum Phase {
    /** The member is to be asked. */
    DUE,
    /** It is being asked. */
    UNDER_WAY,
    /** Nothing more is done. */
    ENDED
  }

  /** A member that is to be asked now. */
  public static SubTask due(UUID id, String member, Instant now) {
    return new SubTask(id, member, Phase.DUE, 0, now, null, false);
  }

  /** A member that is not asked, since what it would say is known. */
  public static SubTask ended(UUID id, String member, Instant now, MemberStatus status) {
    return new SubTask(id, member, Phase.ENDED, 0, now, status, false);
  }

  /** Whether the member is to be asked now. */
  public boolean isDue(Instant now) {
    return phase == Phase.DUE && !next.isAfter(now);
  }

  /** The member is being asked. */
  public SubTask sent(Instant now) {
    return phase == Phase.DUE
        ? new SubTask(id, member, Phase.UNDER_WAY, attempts + 1, now, status, late)
        : this;
  }

  /**
   * The member answered. What is deferred is asked for again, until the term ends.
   *
   * @param answer what it says of itself
   */
  public SubTask answered(Instant now, MemberStatus answer, Term term, Pace pace) {
    if (phase == Phase.ENDED) {
      return this;
    }
    boolean isLate = now.isAfter(term.deadline());
    if (answer.isLasting()) {
      return new SubTask(id, member, Phase.ENDED, attempts, now, answer, isLate);
    }
    return again(now, now.plus(pace.deferred()), answer, term);
  }

  /**
   * The member could not be asked, or gave no answer.
   *
   * @param failure what went wrong
   * @param asked how long it asks to be left alone
   * @param chance 0 to under 1, by which waits differ
   */
  public SubTask failed(
      Instant now, MemberStatus failure, Duration asked, double chance, Term term, Pace pace) {
    if (phase != Phase.UNDER_WAY) {
      return this;
    }
    Duration wait = pace.wait(attempts, chance);
    Instant again = now.plus(asked.compareTo(wait) > 0 ? asked : wait);
    // What is known of a member is not forgotten because it fails later.
    boolean isKnown = status == MemberStatus.DEFERRED;
    boolean isTold = attempts >= pace.attempts() || !again.isBefore(term.deadline());
    return again(now, again, isKnown ? status : isTold ? failure : status, term);
  }

  private SubTask again(Instant now, Instant again, @Nullable MemberStatus told, Term term) {
    if (again.isBefore(term.end())) {
      return new SubTask(id, member, Phase.DUE, attempts, again, told, late);
    }
    return new SubTask(
        id, member, Phase.ENDED, attempts, now, told == null ? MemberStatus.TIMED_OUT : told, late);
  }

  /** Whoever asked is gone, by a restart: the member is asked again, by the same key. */
  public SubTask abandoned(Instant now) {
    return phase == Phase.UNDER_WAY
        ? new SubTask(id, member, Phase.DUE, attempts, now, status, late)
        : this;
  }

  /** Nobody wants to know any more. */
  public SubTask cancelled(Instant now) {
    return phase == Phase.ENDED
        ? this
        : new SubTask(id, member, Phase.ENDED, attempts, now, status, late);
  }

  /**
   * What time alone changes: at the deadline something is told, at the end nothing more is done.
   */
  public SubTask at(Instant now, Term term) {
    if (phase == Phase.ENDED || now.isBefore(term.deadline())) {
      return this;
    }
    MemberStatus told = status == null ? MemberStatus.TIMED_OUT : status;
    Phase then = now.isBefore(term.end()) ? phase : Phase.ENDED;
    return new SubTask(id, member, then, attempts, next, told, late);
  }
}
