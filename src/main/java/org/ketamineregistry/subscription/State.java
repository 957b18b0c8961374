package org.ketamineregistry.subscription;

import java.util.Locale;

/** How a subscription stands, the codes of {@code Subscription.status}. */
public enum State {
  /** The hook has yet to answer the handshake. */
  REQUESTED,
  /** The hook is told. */
  ACTIVE,
  /** The hook was given up; events are kept for {@code $events} until it is requested again. */
  ERROR,
  /** Nothing is told, and nothing is kept. */
  OFF;

  /** The code of FHIR. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
