package org.ketamineregistry.cli.adapt;

import static java.time.temporal.ChronoUnit.SECONDS;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.MappingReader;
import org.ketamineregistry.adapter.table.UnusableTable;
import org.ketamineregistry.cli.push.RegistryDelivery;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a table to a registry by a mapping (R7, R9, R10). */
@Command(
    name = "adapt",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a table (CSV, a REDCap export) to a registry by a mapping.",
      "",
      "Each row is a transaction: it is stored whole or refused. Refused rows are written to a file"
          + " of the source's own form with a column that says why; correct them there, or in the"
          + " source, and bring either again: nothing is made twice, and what is sent last counts."
          + " After an interruption the same command goes on where it stopped.",
      "",
      "Keys of patients and records leave the clinic as pseudonyms under the clinic's own key"
          + " alone. Cells are never printed.",
      "",
      "docs/adapt.md goes through it step by step."
    },
    subcommands = {AdaptKeyCommand.class, AdaptFieldsCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every row is in the registry, or left out by the mapping.",
      "1:Some rows were refused; the report and the file of refused rows say why.",
      "2:Nothing, or nothing more, could be done: the mapping has mistakes, the file cannot be read"
          + " to its end, nobody answers, or the sender is not known. Nothing is half done."
    })
public final class AdaptCommand implements Callable<Integer> {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int UNUSABLE = 2;
  private static final long LARGEST_MAPPING = 1_000_000;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The table.")
  private @Nullable Path file;

  @Option(names = "--mapping", paramLabel = "FILE", description = "What its rows are.")
  private @Nullable Path mappingFile;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The FHIR base of the registry, such as https://registry.example/fhir.")
  private @Nullable String url;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The clinic's key of pseudonyms, which 'adapt key' made.")
  private @Nullable Path keyFile;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description =
          "Where to write refused rows, which must not be there yet (default: beside the table,"
              + " with -refused in its name).")
  private @Nullable Path refused;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the report: .json, .csv or .txt.")
  private @Nullable Path report;

  @Option(
      names = "--dry-run",
      description =
          "Send nothing; say what a registry would, as far as it needs no records for it.")
  private boolean dryRun;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How many rows at once, 1 to 64, those of a patient one after the other (default:"
              + " ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "How often a row is sent at most while the registry is busy or away"
              + " (default: ${DEFAULT-VALUE}, about a minute).")
  private int attempts;

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
    identity.check(spec);
    if (concurrency < 1 || concurrency > 64 || attempts < 1) {
      throw wrong("--concurrency is 1 to 64, and --attempts at least 1.");
    }
    if (report != null
        && !report.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|csv|txt)")) {
      throw wrong("--report ends in .json, .csv or .txt.");
    }
    try {
      return adapt(named(file, "FILE"), named(mappingFile, "--mapping"));
    } catch (Mistaken e) {
      e.mistakes().forEach(this::complain);
    } catch (UnusableTable e) {
      complain(file + ": " + e.reason() + " Nothing more was done.");
    } catch (Unusable e) {
      complain(e.reason());
    } catch (IOException e) {
      complain("Cannot read or write: " + e);
    }
    return UNUSABLE;
  }

  private int adapt(Path table, Path mapped)
      throws Mistaken, Unusable, IOException, InterruptedException {
    Definitions definitions = Definitions.load(FhirContext.forR4Cached());
    Templates templates = Templates.of(new GuideCodes(definitions.guide()));
    String text = mapping(mapped);
    Mapping mapping = MappingReader.read(text, templates);
    TableFile checked = TableFile.check(table, mapping);
    Pseudonyms pseudonyms =
        dryRun && keyFile == null
            ? PseudonymKey.forgotten()
            : PseudonymKey.read(named(keyFile, "--key-file"));
    Clock clock = Clock.systemUTC();
    Site site =
        mapping
            .site(pseudonyms)
            .from(mapping.origin(text, checked.digest(), clock.instant().truncatedTo(SECONDS)));
    var adaptation = new Adaptation(checked, mapping, site, templates, refused);
    var progress =
        new RowProgress(spec.commandLine().getErr(), Ansi.AUTO.enabled(), checked.rows());
    Adaptation.Ended ended;
    if (dryRun) {
      ended =
          adaptation.rehearse(
              new Rehearsal(definitions, concurrency, clock), concurrency, progress);
    } else {
      String registry = named(url, "--to");
      String about =
          TableFile.digest(checked.digest(), text, registry, pseudonyms.of("key", "itself"));
      ended =
          adaptation.bring(
              about,
              RegistryDelivery.to(registry, identity, scope, attempts),
              concurrency,
              progress);
    }
    progress.end();
    return told(ended);
  }

  private int told(Adaptation.Ended ended) throws IOException {
    var told = new RunReport(ended.tally());
    PrintWriter out = spec.commandLine().getOut();
    out.print(told.text());
    ended
        .refused()
        .ifPresent(path -> out.println("Refused rows, each with its reason, are in " + path));
    if (dryRun) {
      out.println("This was a dry run: nothing was sent.");
    }
    out.flush();
    if (report != null) {
      String name = report.toString().toLowerCase(Locale.ROOT);
      Files.writeString(
          report,
          name.endsWith(".json") ? told.json() : name.endsWith(".csv") ? told.csv() : told.text());
    }
    if (ended.cause().isPresent()) {
      complain(
          ended.cause().get().getMessage()
              + System.lineSeparator()
              + "What was accepted until then stays; the same command goes on where this stopped.");
      return UNUSABLE;
    }
    return ended.tally().refused() == 0 ? ACCEPTED : REFUSED;
  }

  private static String mapping(Path file) throws Unusable, IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_MAPPING) {
      throw new Unusable("There is no mapping " + file + ", or one of more than a megabyte.");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Unusable(file + " is not in UTF-8.", e);
    }
  }

  private <T> T named(@Nullable T option, String name) {
    if (option == null) {
      throw wrong(name + " is missing.");
    }
    return option;
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private void complain(@Nullable String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason);
    err.flush();
  }
}
