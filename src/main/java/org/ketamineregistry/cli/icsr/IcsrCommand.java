package org.ketamineregistry.cli.icsr;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.icsr.Dispatch.Row;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Table;
import org.ketamineregistry.icsr.CaseFromRecords;
import org.ketamineregistry.icsr.Lexicon;
import org.ketamineregistry.icsr.MeddraTerms;
import org.ketamineregistry.icsr.Sending;
import org.ketamineregistry.profiles.ProfilePackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private static final int UNUSABLE = 2;

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
      names = "--sender",
      paramLabel = "ID",
      description =
          "Your identifier as the receiver knows it (N.1.3). Its letters and digits name the"
              + " registry in every case's identifier: never change it.")
  private @Nullable String sender;

  @Option(
      names = "--receiver",
      paramLabel = "ID",
      description = "The receiver's identifier (N.1.4).")
  private @Nullable String receiver;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "The sender's organisation (C.3.2; default: the --sender).")
  private @Nullable String organisation;

  @Option(
      names = "--sender-type",
      paramLabel = "TYPE",
      defaultValue = "REGISTRY",
      description =
          "Who sends: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). It decides from when on"
              + " the report counts as received.")
  private Sending.From from = Sending.From.REGISTRY;

  @Option(
      names = "--study",
      description =
          "The registry counts as an organised collection of data: reports are from a study.")
  private boolean study;

  @Option(
      names = "--with-pseudonym",
      description = "The receiver may have the clinic's pseudonym of the patient (D.1.1.4).")
  private boolean pseudonym;

  @Option(
      names = "--meddra",
      paramLabel = "FILE",
      description =
          "Your MedDRA terms: an event's identifier or a code, the term's code, its version.")
  private @Nullable Path meddra;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write the files.")
  private @Nullable Path out;

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
    identity.check(spec);
    if ((events.isEmpty()) == (since == null)) {
      throw new ParameterException(spec.commandLine(), "Either --event or --since is needed.");
    }
    PrintWriter err = spec.commandLine().getErr();
    String base = needed("--from", url);
    try {
      List<Row> rows = write(base, Files.createDirectories(needed("--out", out)));
      print(rows);
      return rows.stream().allMatch(Row::ready) ? 0 : NOT_READY;
    } catch (Unusable e) {
      err.println(e.reason());
    } catch (IOException e) {
      err.println(
          "Nobody answers at %s, or the folder cannot be written (%s)."
              .formatted(base, e.getClass().getSimpleName()));
    }
    err.flush();
    return UNUSABLE;
  }

  private List<Row> write(String base, Path folder)
      throws Unusable, IOException, InterruptedException {
    Sending sending = sending();
    MeddraTerms terms = meddra == null ? MeddraTerms.NONE : MeddraFile.read(meddra);
    Registry registry = identity.registry(base);
    HttpClient http = SenderOptions.client();
    var source = new EventSource(http, registry, identity.sender(registry, http, scope()));
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

  private Sending sending() {
    String id = needed("--sender", sender);
    var sending =
        new Sending(
            id,
            needed("--receiver", receiver),
            organisation == null ? id : organisation,
            from,
            study,
            pseudonym,
            OffsetDateTime.now(ZoneOffset.UTC));
    if (!id.matches(".*[A-Za-z0-9].*")) {
      throw new ParameterException(spec.commandLine(), "--sender has a letter or a digit.");
    }
    return sending;
  }

  private String scope() {
    return scope != null
        ? scope
        : from == Sending.From.CLINIC ? "purpose/TREAT system/*.rs" : "purpose/PATSFTY system/*.rs";
  }

  private <T> T needed(String option, @Nullable T value) {
    if (value == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: " + option);
    }
    return value;
  }

  private void print(List<Row> rows) {
    PrintWriter answer = spec.commandLine().getOut();
    if (rows.isEmpty()) {
      answer.println("There is no such event.");
    } else {
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
      answer.print(Table.aligned(lines));
    }
    answer.flush();
  }
}
