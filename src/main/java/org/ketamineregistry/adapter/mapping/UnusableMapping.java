package org.ketamineregistry.adapter.mapping;

import java.util.List;

/** A mapping that cannot be used, with all that is wrong with it. */
public final class UnusableMapping extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> mistakes;

  public UnusableMapping(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Each with its place in the mapping, in its order. */
  public List<String> mistakes() {
    return mistakes;
  }
}
