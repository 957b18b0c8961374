package org.ketamineregistry.network;

import java.time.Instant;

/**
 * How long an asking lasts.
 *
 * @param deadline when the answer so far is given
 * @param end when nothing more is taken: until then a late answer is added
 */
public record Term(Instant deadline, Instant end) {
  public Term {
    if (end.isBefore(deadline)) {
      throw new IllegalArgumentException("An asking does not end before its deadline");
    }
  }
}
