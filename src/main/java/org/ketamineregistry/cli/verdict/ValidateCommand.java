package org.ketamineregistry.cli.verdict;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the server's verdict on files, without a server. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Gives the server's verdict on files, without a server, a database or a network.",
      "",
      "A Bundle is judged as one posted to the base of the registry, so its type is transaction or"
          + " batch; any other resource as one to be created. Folders are searched, in the order of"
          + " names, for files that end in .json, .xml or .ndjson; of the last every line is a"
          + " submission.",
      "",
      "Only a registry can say whether it knows the clinic and the records that are referred to,"
          + " whether an identifier is taken, whether the patient's decisions permit that the record"
          + " is held, and how large a body it takes. All else is said here in the same words.",
      "",
      "With --output text the line at fault is shown as it stands in the file. The other forms hold"
          + " nothing of a file's content and may be published."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every file is valid.",
      "1:A file is invalid; the report says which, where and why.",
      "2:Nothing can be said of a file: it is missing, not readable, or of another kind."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  validate session.json",
      "  validate outbox/ --output junit --to target/registry.xml",
      "  validate outbox/ --output json | jq '.entry[].resource.issue[]'",
      "  validate score.xml --profile"
          + " https://ketamine-registry.example/fhir/StructureDefinition/depression-score",
      "",
      "The codes are explained in docs/errors.md."
    })
public final class ValidateCommand implements Callable<Integer> {
  private static final int VALID = 0;
  private static final int INVALID = 1;
  private static final int UNUSABLE = 2;

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "What to judge.")
  private List<Path> named = List.of();

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). json is a FHIR Bundle of one"
              + " OperationOutcome a file; junit is for a CI: a test suite a folder, a test case a"
              + " file.")
  private Output output = Output.TEXT;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to write the report; the numbers alone are printed then.")
  private @Nullable Path to;

  @Option(
      names = "--profile",
      paramLabel = "URL",
      description =
          "Hold resources of this profile's type against it too. The profile that their content"
              + " selects is always checked.")
  private @Nullable String profile;

  private final Supplier<Definitions> load;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  public ValidateCommand() {
    this(() -> Definitions.load(FhirContext.forR4()));
  }

  /**
   * @param load loads the definitions, once it is clear that there is something to judge
   */
  ValidateCommand(Supplier<Definitions> load) {
    this.load = load;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      List<Input> inputs = Inputs.of(named);
      Definitions definitions = load.get();
      check(definitions);
      Tally tally = to == null ? print(inputs, definitions) : write(inputs, definitions, to);
      return tally.unusable() > 0 ? UNUSABLE : tally.invalid() > 0 ? INVALID : VALID;
    } catch (Unusable e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.reason());
      err.flush();
      return UNUSABLE;
    }
  }

  private void check(Definitions definitions) throws Unusable {
    boolean known =
        profile == null
            || definitions.guide().of(StructureDefinition.class).stream()
                .anyMatch(definition -> definition.getUrl().equals(profile));
    if (!known) {
      throw new Unusable(profile + ": no such profile in the package.");
    }
  }

  private Tally print(List<Input> inputs, Definitions definitions) throws InterruptedException {
    boolean colour = Ansi.AUTO.enabled();
    return judge(inputs, definitions, report(spec.commandLine().getOut(), colour, definitions));
  }

  private Tally write(List<Input> inputs, Definitions definitions, Path file)
      throws InterruptedException, Unusable {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      Tally tally = judge(inputs, definitions, report(out, false, definitions));
      if (out.checkError()) {
        throw new Unusable(file + ": not writable.");
      }
      PrintWriter told = spec.commandLine().getOut();
      told.println(tally.summary());
      told.flush();
      return tally;
    } catch (IOException e) {
      throw new Unusable(file + ": not writable.");
    }
  }

  private Tally judge(List<Input> inputs, Definitions definitions, Report report)
      throws InterruptedException {
    int parallelism = Math.min(inputs.size(), Runtime.getRuntime().availableProcessors());
    var judge = new Judge(definitions, parallelism, profile);
    var progress = new Progress(spec.commandLine().getErr(), Ansi.AUTO.enabled(), inputs.size());
    return new Court(judge, parallelism).sit(inputs, report, progress);
  }

  private Report report(PrintWriter out, boolean colour, Definitions definitions) {
    return switch (output) {
      case TEXT -> new TextReport(out, colour);
      case JSON -> new JsonReport(out, definitions.context());
      case JUNIT -> new JunitReport(out);
    };
  }
}
