package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gets an access token by a system's key, for a request by hand. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Gets an access token at a registry by a system's key, and prints it.",
      "",
      "Whoever has it may do until its end, in five minutes at most, what the system may:",
      "  curl -H \"Authorization: Bearer $(java -jar ketamine-registry.jar token …)\" …"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:The token is printed.", "2:There is none; the reason is told."})
public final class TokenCommand implements Callable<Integer> {
  @Option(
      names = "--at",
      required = true,
      paramLabel = "URL",
      description = "The FHIR base of the registry, such as https://registry.example/fhir.")
  private String url = "";

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPES",
      description = "What is asked for, with one purpose: 'purpose/PUBHLTH system/Measure.rs'.")
  private String scope = "";

  @Mixin private SenderOptions identity = new SenderOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    identity.check(terminal);
    try {
      Optional<String> header = identity.at(url, scope).sender().authorization();
      terminal.say(
          header
              .map(value -> value.replaceFirst("^Bearer ", ""))
              .orElseThrow(() -> terminal.wrong("Name --client-id and --key.")));
      return 0;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain("There is no token at " + url + ": " + e.getMessage());
    }
  }
}
