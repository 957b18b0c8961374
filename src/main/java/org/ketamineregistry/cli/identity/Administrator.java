package org.ketamineregistry.cli.identity;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** At which realm a command acts, and as whom: the options that all registrations share. */
final class Administrator {
  private static final int REFUSED = 1;

  @Option(
      names = "--issuer",
      required = true,
      description = "The realm, for example https://host/realms/ketamine-registry.")
  private URI issuer = URI.create("");

  @Option(
      names = "--as",
      defaultValue = "admin",
      description = "An administrator in Keycloak's realm master (default: ${DEFAULT-VALUE}).")
  private String name = "";

  /** The administrator's password, by the environment or the prompt. */
  static String password() {
    return Secret.of("KEYCLOAK_ADMIN_PASSWORD", "Password of the administrator: ");
  }

  /**
   * Signs in and acts.
   *
   * @param work what is done; it answers what is told of it
   * @return the exit code
   */
  int act(CommandLine line, Supplier<String> password, Function<KeycloakRealm, String> work) {
    try {
      String told = work.apply(KeycloakRealm.signedIn(issuer, name, password.get()));
      say(line.getOut(), told);
      return 0;
    } catch (IllegalStateException | UncheckedIOException e) {
      say(line.getErr(), String.valueOf(e.getMessage()));
      return REFUSED;
    }
  }

  private static void say(PrintWriter to, String words) {
    to.println(words);
    to.flush();
  }
}
