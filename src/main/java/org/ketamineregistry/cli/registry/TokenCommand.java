package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private static final int UNUSABLE = 2;

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
    identity.check(spec);
    PrintWriter err = spec.commandLine().getErr();
    try {
      HttpClient http = SenderOptions.client();
      Optional<String> header =
          identity.sender(identity.registry(url), http, scope).authorization();
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          header
              .map(value -> value.replaceFirst("^Bearer ", ""))
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "Name --client-id and --key.")));
      out.flush();
      return 0;
    } catch (Unusable e) {
      err.println(e.reason());
    } catch (IOException e) {
      err.println("There is no token at " + url + ": " + e.getMessage());
    }
    err.flush();
    return UNUSABLE;
  }
}
