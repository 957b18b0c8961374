package org.ketamineregistry.icsr;

/** A message that cannot be read. Its words say why, and repeat nothing of what stands in it. */
public final class UnreadableMessage extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnreadableMessage(String reason) {
    super(reason);
    this.reason = reason;
  }

  UnreadableMessage(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Why, as a sentence. */
  public String reason() {
    return reason;
  }
}
