package org.ketamineregistry.cli.push;

/** Going on makes no sense: the folder, the address or the token is wrong, or nobody answers. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }

  Unusable(String message, Exception cause) {
    super(message, cause);
  }

  /** What to tell the person who pushes. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
