package org.ketamineregistry.subscription;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription's hook fares.
 *
 * @param failures how often in a row it was not told
 * @param failure why not, the last time; null where it was
 * @param startedAt when it was active for the first time; null where it never was
 * @param nextAt when it is called next; null for not before there is something to tell
 */
public record Progress(
    State state,
    int failures,
    @Nullable HookFailure failure,
    @Nullable Instant startedAt,
    @Nullable Instant nextAt) {

  /** A subscription that is new. */
  public static Progress requested(Instant now) {
    return new Progress(State.REQUESTED, 0, null, null, now);
  }

  /** Its owner asks for it again, or changes it: the hook answers a handshake first. */
  public Progress requestedAgain(Instant now) {
    return new Progress(State.REQUESTED, 0, failure, startedAt, now);
  }

  /** Its owner or the steward ends it, or its time is over. */
  public Progress off() {
    return new Progress(State.OFF, 0, failure, startedAt, null);
  }

  /** It is ended, since its subscriber is nobody any more who may be told. */
  public Progress off(HookFailure because) {
    return new Progress(State.OFF, 0, because, startedAt, null);
  }

  /**
   * The hook took what it was told.
   *
   * @param more whether more waits
   * @param heartbeat see {@link Wish#heartbeat}
   */
  public Progress told(Instant now, boolean more, @Nullable Duration heartbeat) {
    Instant next = more ? now : heartbeat == null ? null : now.plus(heartbeat);
    return new Progress(State.ACTIVE, 0, null, startedAt == null ? now : startedAt, next);
  }

  /**
   * The hook was not told.
   *
   * @param asked how long it asks to be left alone
   * @param chance 0 to under 1, by which waits differ
   */
  public Progress failed(
      Instant now, HookFailure because, Duration asked, double chance, Pace pace) {
    int often = failures + 1;
    if (pace.givesUp(often)) {
      return new Progress(State.ERROR, often, because, startedAt, null);
    }
    Duration wait = pace.pause(often, chance);
    return new Progress(
        state, often, because, startedAt, now.plus(asked.compareTo(wait) > 0 ? asked : wait));
  }

  /** Whether events have a number: from the first handshake on, until it is off. */
  public boolean isCounting() {
    return startedAt != null && state != State.OFF;
  }
}
