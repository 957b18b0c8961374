package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Cargo;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.cli.push.DeliveryOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that brings a source by a mapping is told, and how it brings it. */
public final class AdaptOptions {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int USUAL_ATTEMPTS = 8;

  @Mixin private MappingOption mapping = new MappingOption();

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
          "Where to write what is refused, in the source's own form; it must not be there yet"
              + " (default: a name that is free, with -refused in it).")
  private @Nullable Path refused;

  @Mixin private ReportOption report = new ReportOption();

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
          "How many at once, 1 to 64, those of a patient one after the other (default:"
              + " ${DEFAULT-VALUE}).")
  private int concurrency;

  @Mixin private DeliveryOptions delivery = new DeliveryOptions(USUAL_ATTEMPTS);
  @Mixin private RoundOption rounds = new RoundOption();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  /**
   * Holds the options to each other.
   *
   * @throws ParameterException where the options do not go together
   */
  public void check() {
    Terminal terminal = terminal();
    delivery.check(terminal);
    terminal.hold(concurrency >= 1 && concurrency <= 64, "--concurrency is 1 to 64.");
    report.check(terminal);
    terminal.hold(
        !rounds.goesOn() || (refused == null && !dryRun),
        "--every goes without --refused, since each round has a file of its own, and"
            + " without --dry-run.");
    mapping.file(terminal);
    if (!dryRun) {
      terminal.named(keyFile, "--key-file");
      url();
    }
  }

  /** Where the command speaks to whoever runs it. */
  public Terminal terminal() {
    return new Terminal(spec);
  }

  /** Whether nothing is sent. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** The FHIR base of the registry. */
  public String url() {
    return terminal().named(url, "--to");
  }

  /** The file of the mapping. */
  public Path mappingFile() {
    return mapping.file(terminal());
  }

  /** The text of the mapping. */
  public String mapping() throws Unusable, IOException {
    return mapping.text(terminal());
  }

  /**
   * What is asked for, by a mapping.
   *
   * @param text all that the mapping says
   * @throws Mistaken where what is asked for does not go with the clinic's policy of dates
   */
  public <M> Job<M> job(
      Definitions definitions, Templates templates, M read, String text, DatePolicy dates)
      throws Mistaken, Unusable {
    rounds.check(dates);
    return new Job<>(definitions, templates, read, text, pseudonyms());
  }

  /** The clinic's pseudonyms; for a dry run without a key those of one that is forgotten. */
  private Pseudonyms pseudonyms() throws Unusable {
    return dryRun && keyFile == null
        ? PseudonymKey.forgotten()
        : PseudonymKey.read(terminal().named(keyFile, "--key-file"));
  }

  /** Goes once, or round after round where that is asked for. */
  public int rounds(Attempt round) throws InterruptedException {
    return rounds.go(() -> Attempt.at(terminal(), round));
  }

  /**
   * Brings a source, or looks at all of it in a dry run, and tells what came of it.
   *
   * @param digest of what the source holds
   * @return the exit code
   */
  public int bring(Cargo<?> cargo, Job<?> job, String digest, RowProgress progress)
      throws Unusable, IOException, InterruptedException {
    var adaptation = new Adaptation<>(cargo, refused);
    Adaptation.Ended ended =
        dryRun
            ? adaptation.rehearse(
                new Rehearsal(job.definitions(), concurrency, Clock.systemUTC()),
                concurrency,
                progress)
            : adaptation.bring(job.about(digest, url()), delivery.to(url()), concurrency, progress);
    progress.end();
    return told(ended, cargo);
  }

  private int told(Adaptation.Ended ended, Cargo<?> cargo) throws IOException {
    var told = new RunReport(ended.tally(), cargo.naming());
    Terminal terminal = terminal();
    terminal.print(told.text());
    ended.refused().ifPresent(path -> cargo.whereRefused(path).forEach(terminal::say));
    if (dryRun) {
      terminal.say("This was a dry run: nothing was sent.");
    }
    report.write(told);
    if (ended.cause().isPresent()) {
      return terminal.complain(
          ended.cause().get().getMessage()
              + System.lineSeparator()
              + "What was accepted until then stays; the same command goes on where this stopped.");
    }
    return ended.tally().refused() == 0 ? ACCEPTED : REFUSED;
  }
}
