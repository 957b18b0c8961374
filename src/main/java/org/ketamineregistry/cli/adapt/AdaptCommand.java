package org.ketamineregistry.cli.adapt;

import static java.time.temporal.ChronoUnit.SECONDS;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.UnusableFile;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.MappingReader;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

  /** The content of the file that was brought last. */
  private String seen = "";

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = options.terminal();
    Path table = terminal.named(file, "FILE");
    options.check();
    return Attempt.at(
        terminal,
        () -> {
          Definitions definitions = Definitions.load(FhirContext.forR4Cached());
          Templates templates = Templates.of(new GuideCodes(definitions.guide()));
          String text = options.mapping();
          Mapping mapping = MappingReader.read(text, templates);
          Job<Mapping> job =
              options.job(definitions, templates, mapping, text, mapping.clinic().dates());
          return options.rounds(() -> round(table, job));
        });
  }

  private int round(Path table, Job<Mapping> job)
      throws Mistaken, Unusable, IOException, InterruptedException {
    try {
      TableFile checked = TableFile.check(table, job.mapping());
      if (checked.digest().equals(seen)) {
        return 0;
      }
      int code = adapt(job, checked);
      if (code != Terminal.UNUSABLE) {
        seen = checked.digest();
      }
      return code;
    } catch (UnusableFile e) {
      throw new Unusable(table + ": " + e.reason() + " Nothing more was done.", e);
    }
  }

  private int adapt(Job<Mapping> job, TableFile checked)
      throws Unusable, IOException, InterruptedException {
    Origin origin =
        job.mapping().origin(job.text(), checked.digest(), Instant.now().truncatedTo(SECONDS));
    Site site = job.mapping().site(job.pseudonyms()).from(origin);
    return options.bring(
        new TableCargo(checked, job.mapping(), site, job.templates()),
        job,
        checked.digest(),
        RowProgress.at(options.terminal(), "rows", checked.rows()));
  }
}
