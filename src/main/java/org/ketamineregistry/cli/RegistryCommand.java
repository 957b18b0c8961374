package org.ketamineregistry.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import org.ketamineregistry.cli.ask.AskCommand;
import org.ketamineregistry.cli.directory.DirectoryCommand;
import org.ketamineregistry.cli.hl7v2.AdaptHl7Command;
import org.ketamineregistry.cli.icsr.IcsrCommand;
import org.ketamineregistry.cli.identity.RegisterApplicationCommand;
import org.ketamineregistry.cli.identity.RegisterClientCommand;
import org.ketamineregistry.cli.identity.RegisterPersonCommand;
import org.ketamineregistry.cli.peers.PeersCommand;
import org.ketamineregistry.cli.push.PushCommand;
import org.ketamineregistry.cli.registry.KeyCommand;
import org.ketamineregistry.cli.registry.TokenCommand;
import org.ketamineregistry.cli.source.AdaptFhirCommand;
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
      AdaptCommand.class,
      AdaptHl7Command.class,
      AdaptFhirCommand.class,
      AskCommand.class,
      PeersCommand.class,
      IcsrCommand.class,
      GenerateCommand.class,
      GuideCommand.class,
      AuditCommand.class,
      ProjectionCommand.class,
      CutCommand.class,
      KeyCommand.class,
      TokenCommand.class,
      DirectoryCommand.class,
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
    return run(List.of(), arguments);
  }

  /**
   * Runs the command line.
   *
   * @param more commands of rooms that this one does not know
   * @return the exit code
   */
  public static int run(List<Object> more, String... arguments) {
    CommandLine line = line();
    more.forEach(line::addSubcommand);
    return line.setExecutionStrategy(RegistryCommand::execute).execute(arguments);
  }

  /**
   * Runs a command inside a program that has a log of its own.
   *
   * @param out where its answer goes
   * @param err where its progress and complaints go
   * @return the exit code
   */
  public static int within(PrintWriter out, PrintWriter err, String... arguments) {
    return line().setOut(out).setErr(err).execute(arguments);
  }

  private static CommandLine line() {
    return new CommandLine(new RegistryCommand()).setCaseInsensitiveEnumValuesAllowed(true);
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
