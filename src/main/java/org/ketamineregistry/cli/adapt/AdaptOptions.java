package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Naming;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.cli.push.RegistryDelivery;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What every command that brings a source by a mapping is told, and how it tells what came of it.
 */
public final class AdaptOptions {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;

  /** The exit code where nothing, or nothing more, could be done. */
  public static final int UNUSABLE = 2;

  private static final long LARGEST_MAPPING = 1_000_000;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the source's rows or resources are, in YAML.")
  private @Nullable Path mapping;

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
          "How many at once, 1 to 64, those of a patient one after the other (default:"
              + " ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "How often one is sent at most while the registry is busy or away"
              + " (default: ${DEFAULT-VALUE}, about a minute).")
  private int attempts;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Rounds.Interval.class,
      description =
          "Go on: look at the source again after this time (30s, 15m, 6h, 1d), until the program is"
              + " ended. A round that fails is told, and the next one takes it up.")
  private @Nullable Duration every;

  @Mixin private SenderOptions identity = new SenderOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      defaultValue = "purpose/TREAT system/*.crus",
      description = "What is asked for (default: ${DEFAULT-VALUE}).")
  private String scope = "";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  /**
   * @throws ParameterException where the options do not go together
   */
  public void check() {
    identity.check(spec);
    if (concurrency < 1 || concurrency > 64 || attempts < 1) {
      throw wrong("--concurrency is 1 to 64, and --attempts at least 1.");
    }
    if (report != null
        && !report.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|csv|txt)")) {
      throw wrong("--report ends in .json, .csv or .txt.");
    }
    if (every != null && (refused != null || dryRun)) {
      throw wrong(
          "--every goes without --refused, since each round has a file of its own, and"
              + " without --dry-run.");
    }
    named(mapping, "--mapping");
    if (!dryRun) {
      named(keyFile, "--key-file");
      named(url, "--to");
    }
  }

  /**
   * Looks whether dates may be moved in what is asked for.
   *
   * @throws Mistaken where rounds follow what happens: the time at which the registry receives it
   *     would tell the true date
   */
  public void check(DatePolicy dates) throws Mistaken {
    if (every != null && dates.moves()) {
      throw new Mistaken(
          List.of(
              "clinic.dates.policy: --every sends what is new as it happens, so the time at which the"
                  + " registry receives it would tell the true date. Go on with exact dates, or bring"
                  + " what is over without --every."));
    }
  }

  /** Whether nothing is sent. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** How many are under way at once. */
  public int concurrency() {
    return concurrency;
  }

  /** Where refused items go; null where the name that is free is taken. */
  public @Nullable Path refused() {
    return refused;
  }

  /** The FHIR base of the registry. */
  public String url() {
    return named(url, "--to");
  }

  /** The file of the mapping. */
  public Path mappingFile() {
    return named(mapping, "--mapping");
  }

  /** The text of the mapping. */
  public String mapping() throws Unusable, IOException {
    Path file = mappingFile();
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_MAPPING) {
      throw new Unusable("There is no mapping " + file + ", or one of more than a megabyte.");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Unusable(file + " is not in UTF-8.", e);
    }
  }

  /** The clinic's pseudonyms; for a dry run without a key those of one that is forgotten. */
  public Pseudonyms pseudonyms() throws Unusable {
    return dryRun && keyFile == null
        ? PseudonymKey.forgotten()
        : PseudonymKey.read(named(keyFile, "--key-file"));
  }

  /** The registry. */
  public Delivery delivery() throws Unusable, IOException, InterruptedException {
    return RegistryDelivery.to(url(), identity, scope, attempts);
  }

  /** Goes once, or round after round where that is asked for. */
  public int rounds(Rounds.Round round) throws InterruptedException {
    return every == null ? round.go() : Rounds.go(every, round);
  }

  /**
   * Tells what came of a run.
   *
   * @return the exit code
   */
  public int told(Adaptation.Ended ended, Naming naming) throws IOException {
    var told = new RunReport(ended.tally(), naming);
    PrintWriter out = spec.commandLine().getOut();
    out.print(told.text());
    ended
        .refused()
        .ifPresent(
            path ->
                out.println(
                    (naming == Naming.ROWS
                            ? "Refused rows, each with its reason, are in "
                            : "Refused resources are in ")
                        + path));
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

  /** An option that has to be there. */
  public <T> T named(@Nullable T option, String name) {
    if (option == null) {
      throw wrong(name + " is missing.");
    }
    return option;
  }

  /** Options that do not go together. */
  public ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  /** Tells the person at the terminal what went wrong. */
  public void complain(@Nullable String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason);
    err.flush();
  }
}
