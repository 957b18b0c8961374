package org.ketamineregistry.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.GuideTemplates;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Run;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.StateFile;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.TreatedPatient;
import org.ketamineregistry.adapter.hl7v2.Bounds;
import org.ketamineregistry.adapter.hl7v2.FeedFile;
import org.ketamineregistry.adapter.hl7v2.MllpListener;
import org.ketamineregistry.adapter.hl7v2.Reception;
import org.ketamineregistry.adapter.hl7v2.Riverside;
import org.ketamineregistry.adapter.hl7v2.Sender;
import org.ketamineregistry.adapter.table.ClinicTable;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.MappingReader;
import org.ketamineregistry.adapter.table.RefusedRows;
import org.ketamineregistry.adapter.table.TableReader;
import org.ketamineregistry.adapter.table.TableSource;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import org.ketamineregistry.cli.push.DeliveryOptions;
import org.ketamineregistry.cli.source.AdaptFhirCommand;
import org.ketamineregistry.process.ServerProcess.Recipe;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/**
 * What each adapter brings to a registry in a second, beside bundles that need no adapter: a
 * clinic's spreadsheet and an EHR's resources by the example mappings, HL7 v2 messages by MLLP, and
 * forms; and what leaves the registry in a second: reports of events, exports and flat files. All
 * of it has to be accepted, or the run fails. The method stands in {@code docs/performance.md}.
 */
class AdapterBenchmark {
  private static final Path FOLDER = Path.of("target", "bench-adapters").toAbsolutePath();
  private static final Path EXAMPLES = Path.of("docs", "adapt");
  private static final int ROWS = Integer.getInteger("registry.bench.rows", 3_000);
  private static final int SENDERS = 4;
  private static final byte[] KEY =
      "the key of a clinic of the benchmark".getBytes(StandardCharsets.UTF_8);

  /** A patient, both consents, the course, a session, a dose and what was measured. */
  private static final List<String> OF_ONE =
      List.of(
          "p1",
          "c-registry-1",
          "c-ketamine-1",
          "e1",
          "v1-1",
          "m1-1",
          "o1",
          "o2",
          "o3",
          "o4",
          "o5",
          "o6");

  private final Templates templates = GuideTemplates.read();
  private final StringBuilder page =
      new StringBuilder("| | a second | of bundles sent as they are |\n");
  private double bundles;

  @Test
  void tellsWhatAdaptersBring() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    var settings = BenchmarkSettings.fromSystemProperties();
    Workload workload = Workload.ofOneClinic(2 * ROWS);
    String clinic = workload.clinics().keySet().iterator().next().split("\\|")[1];
    page.append("| --- | ---: | ---: |\n");
    try (var registry =
        ServerUnderTest.start("registry", Recipe.registry(settings.jvm()), FOLDER)) {
      registry.awaitReady();
      registry.register(workload.clinics());
      Load.run(registry, workload.sendings().subList(0, ROWS), SENDERS);
      bundles =
          Load.run(registry, workload.sendings().subList(ROWS, 2 * ROWS), SENDERS).perSecond();
      row("bundles of a session, eight records each, as they are", bundles);
      table(registry, clinic);
      resources(registry, clinic);
      messages(registry, clinic);
      var others = new FormsAndFiles(registry, FOLDER);
      row(
          "forms, extracted and submitted, seven records each, one after the other",
          others.forms(ROWS / 6));
      row("reports after ICH E2B(R3), each of another patient", others.reports(ROWS / 6));
      row("records in an export of all patients", others.records());
      row("rows of flat files of all patients", others.rows());
    }
    Files.writeString(FOLDER.resolve("results.md"), page);
    System.out.println(page);
  }

  private void row(String what, double perSecond) {
    page.append(
        String.format(Locale.ROOT, "| %s | %.0f | %.2f |%n", what, perSecond, perSecond / bundles));
  }

  private void table(ServerUnderTest registry, String clinic) throws Exception {
    Path mapping =
        Files.writeString(
            FOLDER.resolve("mapping.yaml"),
            Files.readString(EXAMPLES.resolve("clinic-spreadsheet.yaml"))
                .replace("GB-0001", clinic));
    Path key = FOLDER.resolve("clinic.key");
    command("key", key.toString());
    Path table = ClinicTable.write(FOLDER.resolve("table.csv"), "999-", ROWS, number -> "35,5 mg");
    row("rows of a spreadsheet, three to eight records each, to no registry", alone(table));
    for (String run : List.of("", ", a second time")) {
      long start = System.nanoTime();
      command(
          table.toString(),
          "--mapping",
          mapping.toString(),
          "--key-file",
          key.toString(),
          "--to",
          registry.base().toString(),
          "--concurrency",
          String.valueOf(SENDERS));
      row("rows of a spreadsheet, three to eight records each" + run, perSecond(ROWS, start));
    }
  }

  /** A patient of the example with a session, over and over. */
  private void resources(ServerUnderTest registry, String clinic) throws Exception {
    Path mapping =
        Files.writeString(
            FOLDER.resolve("fhir-ehr.yaml"),
            Files.readString(EXAMPLES.resolve("fhir-ehr.yaml")).replace("GB-0001", clinic));
    Files.copy(
        EXAMPLES.resolve("fhir-ehr-formulary.json"), FOLDER.resolve("fhir-ehr-formulary.json"));
    List<String> one =
        Files.readAllLines(EXAMPLES.resolve("fhir-ehr.ndjson")).stream()
            .filter(line -> OF_ONE.stream().anyMatch(id -> line.contains(quoted("id", id))))
            .toList();
    List<String> lines = new ArrayList<>();
    for (int patient = 0; patient < ROWS / one.size(); patient++) {
      for (String line : one) {
        String own = line;
        for (String id : OF_ONE) {
          own = own.replaceAll("([\"/]" + id + ")\"", "$1x" + patient + "\"");
        }
        lines.add(own);
      }
    }
    Path file = Files.write(FOLDER.resolve("ehr.ndjson"), lines);
    long start = System.nanoTime();
    command(
        new AdaptFhirCommand(),
        file.toString(),
        "--mapping",
        mapping.toString(),
        "--key-file",
        FOLDER.resolve("clinic.key").toString(),
        "--to",
        registry.base().toString(),
        "--concurrency",
        String.valueOf(SENDERS));
    row("resources of NDJSON, one record each", perSecond(lines.size(), start));
  }

  private static String quoted(String name, String value) {
    return '"' + name + "\":\"" + value + '"';
  }

  private static void command(String... arguments) {
    command(new AdaptCommand(), arguments);
  }

  private static void command(Object command, String... arguments) {
    var said = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(arguments);
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
  }

  /** Read, adapted and accepted by nobody, from the second time on. */
  private double alone(Path table) throws Exception {
    Mapping mapping =
        MappingReader.read(
            Files.readString(EXAMPLES.resolve("clinic-spreadsheet.yaml")), templates);
    long start = 0;
    for (int times = 0; times < 3; times++) {
      start = System.nanoTime();
      try (TableReader reader = TableReader.open(Files.newInputStream(table), mapping.format());
          var refused = new RefusedRows(FOLDER.resolve("none.csv"), mapping.format(), reader)) {
        new Run<>(
                new TableSource(reader, mapping, mapping.site(Pseudonyms.under(KEY)), templates),
                bundle -> new Delivery.Answer(Delivery.Outcome.ACCEPTED, List.of()),
                refused,
                new StateFile(FOLDER.resolve("none.json"), "alone", "none.csv"),
                0,
                new Tally(),
                one -> {})
            .go(SENDERS);
      }
    }
    return perSecond(ROWS, start);
  }

  private void messages(ServerUnderTest registry, String clinic) throws Exception {
    Path feed =
        Files.writeString(
            FOLDER.resolve("feed.yaml"),
            Riverside.FEED
                .replace("GB-0001", clinic)
                .replace("https://riverside.example", "https://clinic.example"));
    var reception =
        new Reception(
            FeedFile.read(feed, templates),
            Pseudonyms.under(KEY),
            templates,
            new DeliveryOptions(1).to(registry.base().toString()),
            Clock.systemUTC());
    try (MllpListener listener =
        MllpListener.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            null,
            Bounds.usual(SENDERS),
            reception)) {
      var site =
          new Site(
              clinic, "https://clinic.example", ZoneId.of("Europe/London"), Pseudonyms.under(KEY));
      for (int patient = 0; patient * ClinicTable.VISITS < ROWS; patient++) {
        registry.submit(new TreatedPatient(site, "M" + patient).transaction());
      }
      long start = System.nanoTime();
      administer(listener);
      row("messages RAS^O17 by MLLP, four records each", perSecond(ROWS, start));
    }
  }

  private static void administer(MllpListener listener) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        int own = sender;
        all.add(
            senders.submit(
                () -> {
                  try (Sender sent = Sender.to(listener)) {
                    for (int i = 0; i < ROWS; i++) {
                      int patient = i / ClinicTable.VISITS;
                      if (patient % SENDERS != own) {
                        continue;
                      }
                      String said = sent.acknowledged(administration(patient, i));
                      if (!said.contains("MSA|AA")) {
                        throw new IllegalStateException(said);
                      }
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private static String administration(int patient, int number) {
    return Riverside.ADMINISTRATION
        .replace("000123", "M" + patient)
        .replace("C-0412", "C-M" + patient)
        .replace("V-1091", "V-" + number)
        .replace("O-77", "O-" + number)
        .replace("F-77", "F-" + number);
  }

  private static double perSecond(int count, long start) {
    return count / ((System.nanoTime() - start) / 1e9);
  }
}
