package org.ketamineregistry.cli.registry;

/** Going on makes no sense: a folder, the address or the token is wrong, or nobody answers. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unusable(String message) {
    super(message);
  }

  public Unusable(String message, Exception cause) {
    super(message, cause);
  }

  /** What to tell the person at the terminal. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
