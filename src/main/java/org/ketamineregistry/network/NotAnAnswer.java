package org.ketamineregistry.network;

/**
 * What a member sent is no answer to what it was asked. Its words name what is wrong and quote
 * nothing.
 */
public final class NotAnAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  NotAnAnswer(String words) {
    super(words);
  }

  /** What is wrong. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
