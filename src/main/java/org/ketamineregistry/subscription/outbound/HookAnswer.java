package org.ketamineregistry.subscription.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.subscription.HookFailure;

/**
 * What became of a call.
 *
 * @param failure why the hook was not told; null where it was
 * @param retryAfter how long it asks to be left alone; at most an hour
 */
public record HookAnswer(@Nullable HookFailure failure, Duration retryAfter) {
  static HookAnswer told() {
    return new HookAnswer(null, Duration.ZERO);
  }

  static HookAnswer failed(HookFailure failure, Duration retryAfter) {
    return new HookAnswer(failure, retryAfter);
  }

  public boolean isTold() {
    return failure == null;
  }
}
