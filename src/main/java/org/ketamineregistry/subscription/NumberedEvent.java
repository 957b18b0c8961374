package org.ketamineregistry.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a subscription tells it.
 *
 * @param number from 1, without gaps
 * @param at when it happened
 * @param focus the record, {@code Type/id}; null where whoever is told may not know it, or not any
 *     more
 * @param erased whether it is that the record was erased, and not that there is something to read
 */
public record NumberedEvent(long number, Instant at, @Nullable String focus, boolean erased) {
  /** The same, with nothing of what it is about. */
  public NumberedEvent withoutFocus() {
    return new NumberedEvent(number, at, null, erased);
  }
}
