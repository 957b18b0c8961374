package org.ketamineregistry.cli.peers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides about one question. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = "Lets a question that waits be answered, or not.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is decided.",
      "2:No such address or question, the registry refuses, or the token is not known."
    })
final class PeersDecideCommand implements Callable<Integer> {
  /** One of both. */
  static final class Choice {
    @Option(names = "--allow", required = true, description = "It is to be answered.")
    private boolean allow;

    @Option(names = "--deny", required = true, description = "It is not to be answered.")
    private boolean deny;
  }

  @Parameters(paramLabel = "QUESTION", description = "Its id, as 'peers list' prints it.")
  private String question = "";

  @ArgGroup(multiplicity = "1")
  private Choice choice = new Choice();

  @Option(
      names = "--standing",
      description = "Decides the same for all questions of the peer about the indicator.")
  private boolean stands;

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
    Desk.add(parameters, "question", "valueId", question);
    Desk.add(parameters, "allow", choice.allow && !choice.deny);
    Desk.add(parameters, "standing", stands);
    Desk.add(parameters, "reason", "valueString", reason);
    return desk.perform(spec, "Measure/$decide-question", parameters);
  }
}
