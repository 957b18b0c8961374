package org.ketamineregistry.cli.identity;

import java.io.Console;
import java.util.Optional;

/**
 * A password, from the environment or from whoever sits at the terminal. It is never an argument: a
 * command line stands in the list of processes and in the shell's history.
 */
final class Secret {
  private Secret() {}

  /**
   * The secret.
   *
   * @param variable of the environment
   * @param prompt where the variable is not set
   * @throws IllegalStateException where it is not set and there is no terminal
   */
  static String of(String variable, String prompt) {
    String known = System.getenv(variable);
    if (known != null) {
      return known;
    }
    return Optional.<Console>ofNullable(System.console())
        .map(console -> console.readPassword("%s", prompt))
        .map(String::valueOf)
        .orElseThrow(
            () -> new IllegalStateException("Set " + variable + ": there is nobody to ask."));
  }
}
