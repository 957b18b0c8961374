package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.Sender;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private static final int UNUSABLE = 2;

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
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "How often a file is sent at most while the registry is busy or away"
              + " (default: ${DEFAULT-VALUE}, about a minute).")
  private int attempts;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write every refusal: .json or .csv.")
  private @Nullable Path report;

  @Mixin private SenderOptions identity = new SenderOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      defaultValue = "purpose/TREAT system/*.crus",
      description = "What is asked for (default: ${DEFAULT-VALUE}).")
  private String scope = "";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    check();
    PushOutcome outcome = new PushOutcome();
    boolean usable = push(outcome);
    RefusalReport refusals = new RefusalReport(outcome);
    PrintWriter out = spec.commandLine().getOut();
    if (usable || outcome.done() > 0) {
      out.print(refusals.text());
    }
    out.flush();
    if (report != null && !written(refusals, report)) {
      return UNUSABLE;
    }
    return !usable ? UNUSABLE : outcome.refused() == 0 ? ACCEPTED : REFUSED;
  }

  /** Whether everything could be sent, whatever the registry said of it. */
  private boolean push(PushOutcome outcome) throws InterruptedException {
    try {
      PushFolder files = PushFolder.open(folder);
      Registry registry = identity.registry(url);
      HttpClient http = SenderOptions.client();
      Sender sender = identity.sender(registry, http, scope);
      boolean terminal = Ansi.AUTO.enabled();
      Progress progress = new Progress(spec.commandLine().getErr(), terminal, files.count());
      Courier courier = new Courier(http, registry, sender, Patience.usual(attempts));
      try (PushJournal journal = PushJournal.open(folder, registry.base())) {
        new Push(files, registry, courier, journal, progress, outcome).run(concurrency);
      }
      return true;
    } catch (Unusable e) {
      return complain(e.reason());
    } catch (IOException | UncheckedIOException e) {
      return complain("Cannot read or write in " + folder + ": " + e);
    }
  }

  private boolean written(RefusalReport refusals, Path file) {
    try {
      refusals.write(file);
      return true;
    } catch (IOException e) {
      return complain("Cannot write the report: " + e);
    }
  }

  private boolean complain(String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason);
    err.flush();
    return false;
  }

  private void check() {
    identity.check(spec);
    if (concurrency < 1 || concurrency > 64) {
      throw new ParameterException(spec.commandLine(), "--concurrency is 1 to 64.");
    }
    if (attempts < 1) {
      throw new ParameterException(spec.commandLine(), "--attempts is at least 1.");
    }
    if (report != null && !RefusalReport.canWrite(report)) {
      throw new ParameterException(spec.commandLine(), "--report ends in .json or .csv.");
    }
  }
}
