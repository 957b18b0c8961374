package org.ketamineregistry.cli.icsr;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.icsr.Dispatch.Row;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Table;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.icsr.CaseFromRecords;
import org.ketamineregistry.icsr.Lexicon;
import org.ketamineregistry.icsr.MeddraTerms;
import org.ketamineregistry.icsr.Sending;
import org.ketamineregistry.profiles.ProfilePackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes adverse events of a registry as individual case safety reports. */
@Command(
    name = "icsr",
    mixinStandardHelpOptions = true,
    subcommands = IcsrAckCommand.class,
    description = {
      "Writes adverse events of a registry as individual case safety reports (ICH E2B(R3)).",
      "",
      "Each event that is ready becomes a file of its own; the table says what the others lack, and"
          + " when each is due. A reaction needs a MedDRA term, which a licensed sender supplies in"
          + " the event or in the file of --meddra. The folder's .icsr-journal remembers what was"
          + " written: the next run writes amendments and nullifications of what changed, and"
          + " nothing of what did not.",
      "",
      "The files hold data of patients. They are written for their owner alone; sending them is up"
          + " to you."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Everything that was asked for is written, now or earlier.",
      "1:Some events are not ready; the table says why.",
      "2:Nothing more could be done: no such folder or file, no such address, nobody answers, or"
          + " the token is not known."
    })
public final class IcsrCommand implements Callable<Integer> {
  private static final int NOT_READY = 1;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "The FHIR base of the registry, such as http://localhost:8080/fhir.")
  private @Nullable String url;

  @Option(
      names = "--event",
      paramLabel = "ID",
      split = ",",
      description = "An event, by its id in the registry; repeatable.")
  private List<String> events = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "All events that were sent or corrected on this day or later.")
  private @Nullable LocalDate since;

  @Option(
      names = "--meddra",
      paramLabel = "FILE",
      description =
          "Your MedDRA terms: an event's identifier or a code, the term's code, its version.")
  private @Nullable Path meddra;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write the files.")
  private @Nullable Path out;

  @Mixin private ReportedOptions reported = new ReportedOptions();
  @Mixin private SenderOptions identity = new SenderOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description =
          "What is asked for with a key (default: purpose/PATSFTY system/*.rs for a registry,"
              + " purpose/TREAT system/*.rs for a clinic).")
  private @Nullable String scope;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    identity.check(terminal);
    terminal.hold(events.isEmpty() != (since == null), "Either --event or --since is needed.");
    String base = terminal.named(url, "--from");
    Path folder = terminal.named(out, "--out");
    Sending sending = reported.sending(terminal);
    try {
      List<Row> rows = write(base, Files.createDirectories(folder), sending);
      terminal.print(text(rows));
      return rows.stream().allMatch(Row::ready) ? 0 : NOT_READY;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain(
          "Nobody answers at %s, or the folder cannot be written (%s)."
              .formatted(base, e.getClass().getSimpleName()));
    }
  }

  private List<Row> write(String base, Path folder, Sending sending)
      throws Unusable, IOException, InterruptedException {
    MeddraTerms terms = meddra == null ? MeddraTerms.NONE : MeddraFile.read(meddra);
    var source = new EventSource(identity.at(base, scope == null ? usual(sending) : scope));
    ProfilePackage guide = ProfilePackage.load(FhirContext.forR4Cached());
    var maker = new CaseFromRecords(Lexicon.of(guide), terms);
    var rows = new ArrayList<Row>();
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      var dispatch = new Dispatch(source, maker, guide, sending, journal, folder);
      for (String id : events) {
        Optional<AdverseEvent> event = source.event(id);
        rows.add(
            event.isPresent()
                ? dispatch.of(event.get())
                : new Row(id, "absent", false, Optional.empty(), "no event that you may read"));
      }
      if (since != null) {
        for (AdverseEvent event : source.since(since)) {
          rows.add(dispatch.of(event));
        }
      }
    }
    return rows;
  }

  /** The purpose and the role of whoever sends. */
  private static String usual(Sending sending) {
    return sending.from() == Sending.From.CLINIC
        ? "purpose/TREAT system/*.rs"
        : "purpose/PATSFTY system/*.rs";
  }

  private static String text(List<Row> rows) {
    if (rows.isEmpty()) {
      return "There is no such event." + System.lineSeparator();
    }
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("event", "state", "due", "file, or what is missing"));
    rows.forEach(
        row ->
            lines.add(
                List.of(
                    row.event(),
                    row.state(),
                    row.due().map(LocalDate::toString).orElse("-"),
                    row.words())));
    return Table.aligned(lines);
  }
}
