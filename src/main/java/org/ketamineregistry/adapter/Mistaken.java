package org.ketamineregistry.adapter;

import java.util.List;

/** A declaration that cannot be used, with all that is wrong with it. */
public final class Mistaken extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> mistakes;

  public Mistaken(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Each with its place in the declaration, in its order. */
  public List<String> mistakes() {
    return mistakes;
  }
}
