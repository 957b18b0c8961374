package org.ketamineregistry.cli;

import java.util.concurrent.Callable;
import org.ketamineregistry.cli.ask.AskCommand;
import org.ketamineregistry.cli.identity.RegisterApplicationCommand;
import org.ketamineregistry.cli.identity.RegisterClientCommand;
import org.ketamineregistry.cli.identity.RegisterPersonCommand;
import org.ketamineregistry.cli.peers.PeersCommand;
import org.ketamineregistry.cli.push.PushCommand;
import org.ketamineregistry.cli.verdict.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Unmatched;

/** The command line's root. */
@Command(
    name = "ketamine-registry",
    mixinStandardHelpOptions = true,
    description = "A FHIR R4 registry for ketamine treatment of depression.",
    footer = "Without a subcommand it serves.",
    subcommands = {
      ServeCommand.class,
      ValidateCommand.class,
      PushCommand.class,
      AskCommand.class,
      PeersCommand.class,
      GenerateCommand.class,
      GuideCommand.class,
      AuditCommand.class,
      ProjectionCommand.class,
      CutCommand.class,
      RegisterClientCommand.class,
      RegisterApplicationCommand.class,
      RegisterPersonCommand.class
    })
public final class RegistryCommand implements Callable<Integer> {
  /** The answer of a command that goes on after it returned. */
  public static final int SERVING = -1;

  @Unmatched private String[] rest = {};

  /** Runs the command line and returns its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new RegistryCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(RegistryCommand::execute)
        .execute(arguments);
  }

  private static int execute(ParseResult parsed) {
    CommandLine last = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
    boolean serves =
        last.getCommand() instanceof RegistryCommand || last.getCommand() instanceof ServeCommand;
    if (!serves) {
      QuietLog.set();
    }
    return new RunLast().execute(parsed);
  }

  @Override
  public Integer call() {
    return ServeCommand.serve(rest);
  }
}
