package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a folder of submissions to a registry. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a folder of submissions to a registry.",
      "",
      "Files of 00-clinics go first. Then every other folder is sent file by file in the order of"
          + " names, several folders at once. A Bundle is posted to the base; any other resource,"
          + " such as a clinic's Organization, is put by its first identifier. Endings tell the"
          + " format: .json or .xml.",
      "",
      "A refused file does not hold up the ones after it. A busy or absent registry is tried"
          + " again, ever more slowly, and as slowly as its Retry-After asks. The folder's"
          + " .push-journal remembers what was accepted: run the command again after an"
          + " interruption or a correction, and only the rest is sent.",
      "",
      "Contents of files are never printed; what the registry says of them is."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything was accepted, now or earlier.",
      "1:Some files were refused; the report says which, where and why.",
      "2:Nothing more could be done: no such folder, no such address, nobody answers, or the"
          + " token is not known. What was accepted until then is remembered."
    })
public final class PushCommand implements Callable<Integer> {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int USUAL_ATTEMPTS = 8;

  @Parameters(paramLabel = "FOLDER", description = "The folder, as 'generate' writes it.")
  private Path folder = Path.of(".");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The FHIR base of the registry, such as http://localhost:8080/fhir.")
  private String url = "";

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many folders at once, 1 to 64 (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write every refusal: .json or .csv.")
  private @Nullable Path report;

  @Mixin private DeliveryOptions delivery = new DeliveryOptions(USUAL_ATTEMPTS);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    delivery.check(terminal);
    terminal.hold(concurrency >= 1 && concurrency <= 64, "--concurrency is 1 to 64.");
    terminal.hold(
        report == null || RefusalReport.canWrite(report), "--report ends in .json or .csv.");
    PushOutcome outcome = new PushOutcome();
    int code = push(outcome, terminal);
    RefusalReport refusals = new RefusalReport(outcome);
    if (code == ACCEPTED || outcome.done() > 0) {
      terminal.print(refusals.text());
    }
    if (report != null) {
      try {
        refusals.write(report);
      } catch (IOException e) {
        return terminal.complain("Cannot write the report: " + e);
      }
    }
    return code == ACCEPTED && outcome.refused() > 0 ? REFUSED : code;
  }

  /** Sends everything that can be sent, whatever the registry says of it. */
  private int push(PushOutcome outcome, Terminal terminal) throws InterruptedException {
    try {
      PushFolder files = PushFolder.open(folder);
      Connection connection = delivery.at(url);
      Registry registry = connection.registry();
      var progress = new Progress(terminal.progress(), Ansi.AUTO.enabled(), files.count());
      var courier = new Courier(connection, delivery.patience());
      try (PushJournal journal = PushJournal.open(folder, registry.base())) {
        new Push(files, registry, courier, journal, progress, outcome).run(concurrency);
      }
      return ACCEPTED;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException | UncheckedIOException e) {
      return terminal.complain("Cannot read or write in " + folder + ": " + e);
    }
  }
}
