package org.ketamineregistry.cli.adapt;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the clinic's key of pseudonyms. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the clinic's key of pseudonyms where there is none.",
      "",
      "The file can be read by its owner alone. Keep a copy where the clinic keeps its secrets: by"
          + " this key, and by no other, the clinic's patients and records are the same in every"
          + " run. It is never sent to a registry."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:The key is there.", "2:The file cannot be read or made."})
final class AdaptKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file of the key.")
  private Path file = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = new Terminal(spec);
    try {
      PseudonymKey.made(file);
      terminal.say("The clinic's key is in " + file + ". Keep a copy; it never leaves the clinic.");
      return 0;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    }
  }
}
