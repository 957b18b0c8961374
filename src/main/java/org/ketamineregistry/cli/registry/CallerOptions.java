package org.ketamineregistry.cli.registry;

import java.io.IOException;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who runs a command at a registry, and what that one asks to be allowed there. */
public final class CallerOptions {
  @Mixin private SenderOptions identity = new SenderOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description = "What is asked for with a key (default: ${DEFAULT-VALUE}).")
  private String scope;

  /**
   * @param usual the scopes that the command needs
   */
  public CallerOptions(String usual) {
    scope = usual;
  }

  /**
   * Holds the options to each other.
   *
   * @throws ParameterException where the options do not go together
   */
  public void check(Terminal terminal) {
    identity.check(terminal);
  }

  /**
   * The registry at an address.
   *
   * @throws Unusable where the address, the token or the key is not usable
   */
  public Connection at(String url) throws Unusable, IOException, InterruptedException {
    return identity.at(url, scope);
  }
}
