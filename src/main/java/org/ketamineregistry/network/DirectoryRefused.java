package org.ketamineregistry.network;

/** A directory that is not used: nobody in it is spoken to. Its words are for an operator. */
public final class DirectoryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a directory. */
  public enum Reason {
    /** There is no signed text, or not in the form of one. */
    UNREADABLE,
    /**
     * It is signed by a key that this registry does not trust, or the signature is not of the text.
     */
    SIGNATURE,
    OLD_VERSION,
    /** What is signed describes no network. */
    CONTENT
  }

  private final Reason reason;

  public DirectoryRefused(Reason reason, String words) {
    super(words);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong, and what to do. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
