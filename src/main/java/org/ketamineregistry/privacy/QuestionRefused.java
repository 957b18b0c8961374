package org.ketamineregistry.privacy;

/**
 * A question that is not in the lattice. Its words say what to ask instead, and repeat nothing of
 * what was sent.
 */
public final class QuestionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a question. */
  public enum Reason {
    UNKNOWN_INDICATOR,
    NOT_FOR_THE_ASKER,
    UNKNOWN_DIMENSION,
    UNKNOWN_BAND,
    TOO_MANY_DIMENSIONS,
    DIMENSION_TWICE,
    DIMENSION_MISSING,
    PERIOD_NOT_PUBLISHED,
    PERIOD_NOT_CLOSED
  }

  private final Reason reason;

  QuestionRefused(Reason reason, String words) {
    super(words);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What to do, for a vendor's engineer. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
