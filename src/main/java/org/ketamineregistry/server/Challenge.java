package org.ketamineregistry.server;

import java.util.Optional;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** The header by which a refusal says what kind of token it takes (RFC 6750, section 3). */
final class Challenge {
  static final String HEADER = "WWW-Authenticate";
  private static final String REALM = "Bearer realm=\"ketamine-registry\"";

  private Challenge() {}

  /** The header's value; empty where another token would not help. */
  static Optional<String> of(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      ErrorCode code = problem.code();
      switch (code) {
        case TOKEN_MISSING -> {
          return Optional.of(REALM);
        }
        case TOKEN_INVALID, TOKEN_EXPIRED -> {
          return Optional.of(REALM + ", error=\"invalid_token\"");
        }
        case SCOPE_MISSING, PURPOSE_MISSING -> {
          return Optional.of(REALM + ", error=\"insufficient_scope\"");
        }
        default -> {}
      }
    }
    return Optional.empty();
  }
}
