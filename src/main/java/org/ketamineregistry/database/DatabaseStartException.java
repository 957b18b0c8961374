package org.ketamineregistry.database;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot run; the message says why and the action says what the operator can
 * do.
 */
final class DatabaseStartException extends RuntimeException {

  private final String action;

  DatabaseStartException(String message, String action) {
    this(message, action, null);
  }

  DatabaseStartException(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
