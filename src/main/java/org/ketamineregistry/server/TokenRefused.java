package org.ketamineregistry.server;

import org.ketamineregistry.refusal.Refused;
import org.springframework.security.core.AuthenticationException;

/** A refusal on its way through Spring Security. */
final class TokenRefused extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  TokenRefused(Refused refused) {
    super("refused", refused);
    this.refused = refused;
  }

  Refused refused() {
    return refused;
  }
}
