package org.ketamineregistry.demo;

/** The demonstration cannot go on; its words are for whoever started it. */
final class Failed extends Exception {
  private static final long serialVersionUID = 1L;

  Failed(String words) {
    super(words);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
