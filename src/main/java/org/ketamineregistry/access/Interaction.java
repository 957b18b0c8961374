package org.ketamineregistry.access;

/** What is done with resources of a type, as SMART App Launch 2.2 tells it apart. */
public enum Interaction {
  CREATE('c'),
  /** Read, a version's read, and the history of an instance. */
  READ('r'),
  UPDATE('u'),
  SEARCH('s');

  private final char letter;

  Interaction(char letter) {
    this.letter = letter;
  }

  /** The letter in a scope, for example {@code r} in {@code system/Patient.rs}. */
  public char letter() {
    return letter;
  }
}
