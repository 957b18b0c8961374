package org.ketamineregistry.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * Lets so many submissions in at a time as the machine can work on, and turns others away in time.
 */
final class Turnstile {
  private final Semaphore places;
  private final DoorSettings settings;

  Turnstile(DoorSettings settings) {
    this.settings = settings;
    places = new Semaphore(settings.maxConcurrent(), true);
  }

  <T> T pass(Supplier<T> work) {
    try {
      if (!places.tryAcquire(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw overloaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw overloaded();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static Refused overloaded() {
    return Refused.because(
        ErrorCode.OVERLOADED,
        "The registry is busy: send the same again after the time that Retry-After names.");
  }
}
