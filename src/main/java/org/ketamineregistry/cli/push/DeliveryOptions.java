package org.ketamineregistry.cli.push;

import java.io.IOException;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.cli.registry.CallerOptions;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a clinic's records are delivered to a registry: by whom, and how patiently. */
public final class DeliveryOptions {
  @Mixin private CallerOptions caller = new CallerOptions("purpose/TREAT system/*.crus");

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description =
          "How often the same is sent at most while the registry is busy or away: 4 take a few"
              + " seconds, 8 about a minute (default: ${DEFAULT-VALUE}).")
  private int attempts;

  /**
   * @param usual how often the command tries, where nothing is said
   */
  public DeliveryOptions(int usual) {
    attempts = usual;
  }

  /**
   * Holds the options to each other.
   *
   * @throws ParameterException where the options do not go together
   */
  public void check(Terminal terminal) {
    caller.check(terminal);
    terminal.hold(attempts >= 1, "--attempts is at least 1.");
  }

  /**
   * The registry at an address.
   *
   * @throws Unusable where the address, the token or the key is not usable
   */
  public Connection at(String url) throws Unusable, IOException, InterruptedException {
    return caller.at(url);
  }

  /**
   * Takes what adapters make to the registry at an address.
   *
   * @throws Unusable where the address, the token or the key is not usable
   */
  public Delivery to(String url) throws Unusable, IOException, InterruptedException {
    return RegistryDelivery.to(at(url), patience());
  }

  /** How often, and how slowly, the same is sent. */
  Patience patience() {
    return Patience.usual(attempts);
  }
}
