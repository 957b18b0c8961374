package org.ketamineregistry.subscription;

import java.util.Locale;

/** Why a hook was not told; codes of the guide's {@code hook-failure-cs}. */
public enum HookFailure {
  /** Its name has an address to which the registry calls nobody. */
  ADDRESS_NOT_ALLOWED,
  /** Its name has no address, nobody listens there, or the line broke. */
  UNREACHABLE,
  /** Its certificate is not one that is trusted, or not of that name. */
  TLS_FAILED,
  /** It did not answer in time. */
  TIMED_OUT,
  /** It answered by another status than 2xx; redirects are not followed. */
  REFUSED,
  /** It is not called: the clinic that subscribed is closed, or the registry knows it no more. */
  CLINIC_CLOSED;

  /** Whether what was sent may have been read all the same. */
  public boolean mayHaveBeenRead() {
    return this == TIMED_OUT || this == REFUSED;
  }

  /** The code of the guide. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
