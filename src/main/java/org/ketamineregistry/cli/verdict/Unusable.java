package org.ketamineregistry.cli.verdict;

/** What was asked for cannot be done; the message says why, for a person at a terminal. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
