package org.ketamineregistry.cli.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides for all questions of a peer about an indicator. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Sets how all questions of a peer about an indicator are met.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is set.",
      "2:No such address or indicator, the registry refuses, or the token is not known."
    })
final class PeersPolicyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PEER", description = "The client id of the registry.")
  private String peer = "";

  @Parameters(
      index = "1",
      paramLabel = "INDICATOR",
      description = "The id of a Measure, such as patients-treated.")
  private String indicator = "";

  @Parameters(index = "2", paramLabel = "POLICY", description = "automatic, after-a-look or never.")
  private String policy = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WORDS",
      description = "Why. It stays in the registry; name no patient.")
  private String reason = "";

  @Mixin private Desk desk = new Desk();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode parameters = Desk.parameters();
    Desk.add(parameters, "peer", "valueString", peer);
    Desk.add(parameters, "policy", "valueCode", policy);
    Desk.add(parameters, "reason", "valueString", reason);
    return desk.perform(spec, "Measure/" + indicator + "/$set-peer-policy", parameters);
  }
}
