package org.ketamineregistry.cli.adapt;

import static java.time.temporal.ChronoUnit.SECONDS;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Naming;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.UnusableFile;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.MappingReader;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The table.")
  private @Nullable Path file;

  @Mixin private AdaptOptions options = new AdaptOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Path table = options.named(file, "FILE");
    options.check();
    try {
      Definitions definitions = Definitions.load(FhirContext.forR4Cached());
      Templates templates = Templates.of(new GuideCodes(definitions.guide()));
      String text = options.mapping();
      Mapping mapping = MappingReader.read(text, templates);
      options.check(mapping.clinic().dates());
      var job =
          new Job(table, definitions, templates, text, mapping, options.pseudonyms(), new Seen());
      return options.rounds(() -> round(job));
    } catch (Mistaken e) {
      e.mistakes().forEach(options::complain);
    } catch (Unusable e) {
      options.complain(e.reason());
    } catch (IOException e) {
      options.complain("Cannot read or write: " + e);
    }
    return AdaptOptions.UNUSABLE;
  }

  /** What is the same in every round. */
  private record Job(
      Path table,
      Definitions definitions,
      Templates templates,
      String text,
      Mapping mapping,
      Pseudonyms pseudonyms,
      Seen seen) {}

  /** The content of the file that was brought last. */
  private static final class Seen {
    private String digest = "";
  }

  private int round(Job job) throws InterruptedException {
    try {
      TableFile checked = TableFile.check(job.table(), job.mapping());
      if (checked.digest().equals(job.seen().digest)) {
        return 0;
      }
      int code = adapt(job, checked);
      if (code != AdaptOptions.UNUSABLE) {
        job.seen().digest = checked.digest();
      }
      return code;
    } catch (Mistaken e) {
      e.mistakes().forEach(options::complain);
    } catch (UnusableFile e) {
      options.complain(job.table() + ": " + e.reason() + " Nothing more was done.");
    } catch (Unusable e) {
      options.complain(e.reason());
    } catch (IOException e) {
      options.complain("Cannot read or write: " + e);
    }
    return AdaptOptions.UNUSABLE;
  }

  private int adapt(Job job, TableFile checked) throws Unusable, IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    Site site =
        job.mapping()
            .site(job.pseudonyms())
            .from(
                job.mapping()
                    .origin(job.text(), checked.digest(), clock.instant().truncatedTo(SECONDS)));
    var adaptation =
        new Adaptation<>(
            new TableCargo(checked, job.mapping(), site, job.templates()), options.refused());
    var progress =
        new RowProgress(spec.commandLine().getErr(), Ansi.AUTO.enabled(), "rows", checked.rows());
    Adaptation.Ended ended;
    int concurrency = options.concurrency();
    if (options.isDryRun()) {
      ended =
          adaptation.rehearse(
              new Rehearsal(job.definitions(), concurrency, clock), concurrency, progress);
    } else {
      String about =
          Digest.of(
              checked.digest(), job.text(), options.url(), job.pseudonyms().of("key", "itself"));
      ended = adaptation.bring(about, options.delivery(), concurrency, progress);
    }
    progress.end();
    return options.told(ended, Naming.ROWS);
  }
}
