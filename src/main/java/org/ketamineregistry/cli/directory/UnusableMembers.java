package org.ketamineregistry.cli.directory;

import java.util.List;

/** A list of members of which no directory can be made, and all reasons why. */
final class UnusableMembers extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  UnusableMembers(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
