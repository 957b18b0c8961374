package org.ketamineregistry.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a member once.
 *
 * @param status what it answered, or what went wrong
 * @param body its answer as it was received; null where there is none that counts
 * @param passing whether it may be otherwise a little later, so that the member is asked again
 * @param retryAfter how long the member asks to be left alone; zero where it says nothing
 * @param why in words for an operator, without anything that the member sent
 */
public record Reply(
    MemberStatus status, @Nullable String body, boolean passing, Duration retryAfter, String why) {

  /** An answer. */
  public static Reply answered(MemberStatus status, String body) {
    return new Reply(status, body, false, Duration.ZERO, "answered");
  }

  /** A refusal or a failure that stays. */
  public static Reply ended(MemberStatus status, String why) {
    return new Reply(status, null, false, Duration.ZERO, why);
  }

  /** A failure that may pass. */
  public static Reply failed(MemberStatus status, Duration retryAfter, String why) {
    return new Reply(status, null, true, retryAfter, why);
  }
}
