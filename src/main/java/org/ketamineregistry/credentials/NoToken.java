package org.ketamineregistry.credentials;

/** No access token could be had, and why. */
public final class NoToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private NoToken(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  static NoToken forNow(String message) {
    return new NoToken(message, true);
  }

  static NoToken forGood(String message) {
    return new NoToken(message, false);
  }

  /** Whether the same may succeed a little later, with nothing changed. */
  public boolean isPassing() {
    return passing;
  }

  /** In words for whoever registered the client. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
