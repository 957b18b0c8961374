package org.ketamineregistry.cli.source;

import static java.time.temporal.ChronoUnit.SECONDS;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.fhir.FhirMapping;
import org.ketamineregistry.adapter.fhir.FhirMappingReader;
import org.ketamineregistry.adapter.fhir.NdjsonFiles;
import org.ketamineregistry.cli.adapt.AdaptOptions;
import org.ketamineregistry.cli.adapt.Attempt;
import org.ketamineregistry.cli.adapt.Job;
import org.ketamineregistry.cli.adapt.RowProgress;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.profiles.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings FHIR resources of an EHR or another registry to a registry by a mapping (R7, R9, R10). */
@Command(
    name = "adapt-fhir",
    mixinStandardHelpOptions = true,
    description = {
      "Brings FHIR R4 resources without the guide's profiles to a registry by a mapping: of NDJSON"
          + " files, or of a server by Bulk Data export or search.",
      "",
      "Each resource is a transaction: it is stored whole or refused. Refused resources are written"
          + " as they stand to an .ndjson file with a table of reasons beside it; correct them"
          + " there or in the source. Nothing is made twice. After an interruption the same command"
          + " goes on where it stopped; when a server was brought whole, the next run asks for what"
          + " changed.",
      "",
      "Ids of patients and resources leave the clinic as pseudonyms under the clinic's own key"
          + " alone. Values and ids are never printed.",
      "",
      "docs/adapt-fhir.md goes through it step by step."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every resource is in the registry, or left out by the mapping.",
      "1:Some were refused, or the source told of errors; the report says why.",
      "2:Nothing, or nothing more, could be done: the mapping has mistakes, a file or the source"
          + " cannot be read to its end, nobody answers, or the sender is not known. Nothing is"
          + " half done."
    })
public final class AdaptFhirCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "NDJSON files, or folders of them; or --from.")
  private List<Path> files = List.of();

  @Mixin private AdaptOptions options = new AdaptOptions();
  @Mixin private SourceOptions source = new SourceOptions();

  /** The content of the files that were brought last. */
  private String seen = "";

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = options.terminal();
    options.check();
    source.check(terminal);
    terminal.hold(
        source.isServer() == files.isEmpty(), "Name FILEs or --from, and one alone of them.");
    return Attempt.at(
        terminal,
        () -> {
          Definitions definitions = Definitions.load(FhirContext.forR4Cached());
          Templates templates = Templates.of(new GuideCodes(definitions.guide()));
          var beside = new BesideMapping(options.mappingFile());
          String text = options.mapping();
          FhirMapping mapping =
              FhirMappingReader.read(text, templates, definitions.context(), beside);
          Job<FhirMapping> job =
              options.job(
                  definitions, templates, mapping, text + beside.all(), mapping.clinic().dates());
          return options.rounds(() -> source.isServer() ? server(job) : local(job));
        });
  }

  private int local(Job<FhirMapping> job) throws Unusable, IOException, InterruptedException {
    NdjsonFiles surveyed = NdjsonFiles.survey(NdjsonFiles.named(files), job.mapping().types());
    if (surveyed.digest().equals(seen)) {
      return 0;
    }
    Path first = surveyed.paths().get(0).toAbsolutePath();
    int code =
        bring(
            job,
            Origin.Kind.NDJSON,
            surveyed,
            first.resolveSibling(first.getFileName() + ".adapt-state.json"),
            free(first));
    if (code != Terminal.UNUSABLE) {
      seen = surveyed.digest();
    }
    return code;
  }

  private int server(Job<FhirMapping> job) throws Unusable, IOException, InterruptedException {
    try (StateFolder state = StateFolder.open(source.state())) {
      SourceServer server = source.server();
      Wanted wanted = source.wanted(job.mapping().types());
      String known = job.about(wanted.identity(server.base().toString()), target());
      var fetching =
          new Fetching(
              server,
              BulkExport.of(server),
              new SearchPages(server),
              state,
              options.terminal()::complain);
      Round round = fetching.fetch(wanted, state.since(known));
      NdjsonFiles surveyed = NdjsonFiles.survey(fetching.files(), job.mapping().types());
      int code = bring(job, Origin.Kind.FHIR_SERVER, surveyed, state.run(), state.refused());
      tell(round);
      if (code == Terminal.UNUSABLE || options.isDryRun()) {
        return code;
      }
      if (round.errors() == 0) {
        state.known(known, round.transactionTime());
      }
      state.end();
      return round.errors() > 0 ? REFUSED : code;
    }
  }

  private String target() {
    return options.isDryRun() ? "" : options.url();
  }

  private void tell(Round round) {
    Terminal terminal = options.terminal();
    if (round.deleted() > 0) {
      terminal.say(
          ("The source tells of %,d resources that are deleted there. Nothing is deleted here; see"
                  + " docs/adapt-fhir.md.")
              .formatted(round.deleted()));
    }
    if (round.errors() > 0) {
      terminal.say(
          ("The source tells of %,d errors in its export, so some resources may be missing. The"
                  + " next run asks for all of this again.")
              .formatted(round.errors()));
    }
  }

  private int bring(
      Job<FhirMapping> job, Origin.Kind kind, NdjsonFiles surveyed, Path state, Path refused)
      throws Unusable, IOException, InterruptedException {
    FhirMapping mapping = job.mapping();
    Origin origin =
        mapping.origin(kind, job.text(), surveyed.digest(), Instant.now().truncatedTo(SECONDS));
    var cargo =
        new NdjsonCargo(
            surveyed,
            mapping,
            mapping.site(job.pseudonyms()).from(origin),
            job.templates(),
            job.definitions().context(),
            state,
            refused);
    return options.bring(
        cargo,
        job,
        surveyed.digest(),
        RowProgress.at(options.terminal(), "resources", surveyed.lines()));
  }

  /** A name beside a file that overwrites nothing: what is there may hold corrections. */
  private static Path free(Path file) {
    String base =
        String.valueOf(file.getFileName())
            .replaceFirst("\\.[a-z]+$", "")
            .replaceFirst("-refused(-\\d+)?$", "");
    Path free = file.resolveSibling(base + "-refused.ndjson");
    for (int number = 2; Files.exists(free); number++) {
      free = file.resolveSibling(base + "-refused-" + number + ".ndjson");
    }
    return free;
  }
}
