package org.ketamineregistry.cli.peers;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what waits. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Prints the questions that wait, and what was decided for all questions of a peer.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is printed.",
      "2:No such address, the registry refuses, or the token is not known."
    })
final class PeersListCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return desk.perform(spec, "Measure/$peer-questions", Desk.parameters());
  }
}
