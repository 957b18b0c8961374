package org.ketamineregistry.cli.verdict;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.validate.Nominated;
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
      "A Bundle of type transaction or batch is judged as one posted to the base of the registry,"
          + " any other Bundle by what it holds; a resource against the profile that its content"
          + " selects. Of what nobody submits, a receipt for example, it is said whether it is valid"
          + " and that the registry would not take it.",
      "",
      "Folders are searched, in the order of names, for files that end in .json, .xml or .ndjson; of"
          + " the last every line is judged by itself. The standard input is any of the three.",
      "",
      "Only a registry can say whether it knows the clinic and the records that are referred to,"
          + " whether an identifier is taken, whether the patient's decisions permit that the record"
          + " is held, and how large a body it takes. All else is said here in the same words.",
      "",
      "With --output text the line at fault is shown as it stands in the file, in colour on a"
          + " terminal unless NO_COLOR is set. The other forms hold nothing of a file's content and"
          + " may be published."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every file is valid.",
      "1:A file is invalid; the report says which, where and why.",
      "2:Nothing can be said: a file is missing, not readable, or of another kind; there is no such"
          + " profile, or nothing of its type."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  validate session.json",
      "  validate outbox/ --output junit --to target/registry.xml",
      "  validate outbox/ --output json | jq '.entry[].resource.issue[]'",
      "  validate score.xml --profile depression-score",
      "  curl -s http://localhost:8080/fhir/Observation/1 | validate -",
      "",
      "The codes are explained in docs/errors.md."
    })
public final class ValidateCommand implements Callable<Integer> {
  private static final int VALID = 0;
  private static final int INVALID = 1;
  private static final int UNUSABLE = 2;

  @Parameters(
      paramLabel = "FILE|FOLDER|-",
      arity = "1..*",
      description = "What to judge; - is the standard input.")
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
      paramLabel = "URL|ID",
      description =
          "Hold resources of this profile's type against it too; may be given several times. The"
              + " profile that their content selects is always checked.")
  private List<String> profiles = List.of();

  @Option(
      names = "--submission",
      description =
          "Whatever the registry would not take is invalid: a Bundle that is no transaction or batch,"
              + " a type that nobody submits.")
  private boolean submission;

  private final Supplier<Definitions> load;
  private final InputStream in;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  public ValidateCommand() {
    this(() -> Definitions.load(FhirContext.forR4()), System.in);
  }

  /**
   * @param load loads the definitions, once it is clear that there is something to judge
   * @param in the standard input
   */
  public ValidateCommand(Supplier<Definitions> load, InputStream in) {
    this.load = load;
    this.in = in;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      List<Input> inputs = new Inputs(in).of(named);
      Definitions definitions = load.get();
      int parallelism = Math.min(inputs.size(), Runtime.getRuntime().availableProcessors());
      var judge = new Judge(definitions, parallelism, submission, profiles);
      var court = new Court(judge, parallelism);
      Tally tally =
          to == null ? print(inputs, definitions, court) : write(inputs, definitions, court, to);
      if (!judge.idle().isEmpty()) {
        throw new Unusable(nothingOfIts(judge.idle()));
      }
      return tally.unusable() > 0 ? UNUSABLE : tally.invalid() > 0 ? INVALID : VALID;
    } catch (Unusable e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.reason());
      err.flush();
      return UNUSABLE;
    }
  }

  private static String nothingOfIts(List<Nominated> profiles) {
    return profiles.stream()
        .map(
            profile ->
                profile.url() + ": a profile of " + profile.type() + ", and nothing here is one.")
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private Tally print(List<Input> inputs, Definitions definitions, Court court)
      throws InterruptedException {
    boolean colour = Ansi.AUTO.enabled();
    PrintWriter out = spec.commandLine().getOut();
    return judge(inputs, report(out, colour, definitions), court);
  }

  private Tally write(List<Input> inputs, Definitions definitions, Court court, Path file)
      throws InterruptedException, Unusable {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      Tally tally = judge(inputs, report(out, false, definitions), court);
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

  private Tally judge(List<Input> inputs, Report report, Court court) throws InterruptedException {
    var progress = new Progress(spec.commandLine().getErr(), Ansi.AUTO.enabled(), inputs.size());
    return court.sit(inputs, report, progress);
  }

  private Report report(PrintWriter out, boolean colour, Definitions definitions) {
    return switch (output) {
      case TEXT -> new TextReport(out, colour);
      case JSON -> new JsonReport(out, definitions.context());
      case JUNIT -> new JunitReport(out);
    };
  }
}
