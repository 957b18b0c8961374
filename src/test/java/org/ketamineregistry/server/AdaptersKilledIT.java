package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.KetamineRegistry;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.TreatedPatient;
import org.ketamineregistry.adapter.hl7v2.Riverside;
import org.ketamineregistry.adapter.table.ClinicTable;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.icsr.IcsrReader;
import org.ketamineregistry.process.JavaProcess;
import org.ketamineregistry.process.ServerProcess;

/**
 * Adapters are killed in the middle of their work, as {@code kill -9} does, and started again: each
 * row and each message is on record once, each that is refused is told once, and each event is
 * reported once. Some dozens, and thousands with {@code -Plong}.
 */
@RegistryTest
class AdaptersKilledIT {
  private static final int ROWS = Integer.getInteger("registry.test.volume", 1) > 1 ? 4_000 : 80;

  /** One in so many rows is refused. */
  private static final int FAULTY = 10;

  /** The events that can be reported: the one that brings the patient, and those with a term. */
  private static final int READY = ROWS - ROWS / FAULTY + 1;

  private static final byte[] KEY =
      "the key of a clinic that nobody knows".getBytes(StandardCharsets.UTF_8);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();
  private final String clinic = ehr.clinicToken().replaceFirst(".*\\|", "");
  private final String namespace = "https://clinic-" + clinic + ".example";
  private final List<Process> started = new ArrayList<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  AdaptersKilledIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void registerTheClinic() {
    registry.register(ehr);
  }

  /** What a test that failed has left would write on beside the next one. */
  @AfterEach
  void endWhatIsLeft() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aTableIsBroughtOnce() throws Exception {
    Path table =
        ClinicTable.write(
            folder.resolve("table.csv"),
            clinic + "-",
            ROWS,
            row -> row % FAULTY == FAULTY - 1 ? "as usual" : "35,5 mg");
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            Files.readString(Path.of("docs/adapt/clinic-spreadsheet.yaml"))
                .replace("GB-0001", clinic)
                .replace("https://clinic.example", namespace));
    Path key =
        Files.writeString(
            folder.resolve("clinic.key"), "YSBrZXkgb2YgYSBjbGluaWMgdGhhdCBub2JvZHkga25vd3M=");
    Path report = folder.resolve("report.json");
    String[] command = {
      "adapt",
      table.toString(),
      "--mapping",
      mapping.toString(),
      "--key-file",
      key.toString(),
      "--to",
      registry.base(),
      "--report",
      report.toString()
    };
    Process killed = start(command);
    awaitSessions(killed, ROWS / 4);
    killed.destroyForcibly().waitFor();
    assertThat(folder.resolve("table.csv.adapt-state.json")).exists();
    assertThat(report).doesNotExist();

    assertThat(start(command).waitFor()).as(said()).isEqualTo(1);

    JsonNode told = JSON.readTree(report.toFile());
    assertThat(told.path("read").asInt()).isEqualTo(ROWS);
    assertThat(told.path("refused").asInt()).isEqualTo(ROWS / FAULTY);
    assertThat(told.path("accepted").asInt() + told.path("unchanged").asInt())
        .isEqualTo(ROWS - ROWS / FAULTY);
    assertEachIsOnRecordOnce(ROWS - ROWS / FAULTY);
    try (Stream<String> lines =
        Files.lines(folder.resolve("table-refused.csv"), ClinicTable.CHARSET)) {
      assertThat(lines).hasSize(1 + ROWS / FAULTY).doesNotHaveDuplicates();
    }
  }

  @Test
  void messagesOfAFileAreBroughtOnce() throws Exception {
    Path key =
        Files.writeString(
            folder.resolve("clinic.key"),
            Base64.getEncoder().encodeToString(KEY) + System.lineSeparator());
    Site site = new Site(clinic, namespace, ZoneId.of("Europe/London"), Pseudonyms.under(KEY));
    for (int first = 0; first < ROWS; first += ClinicTable.VISITS) {
      AnswerAssert.assertThat(
              registry.submit(new TreatedPatient(site, patient(first)).transaction()))
          .isAccepted();
    }
    Path feed =
        Files.writeString(
            folder.resolve("feed.yaml"),
            Riverside.FEED
                .replace("GB-0001", clinic)
                .replace("https://riverside.example", namespace));
    var messages = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      messages.append(
          Riverside.ADMINISTRATION
              .replace("000123", patient(i))
              .replace("|C-0412", i % FAULTY == FAULTY - 1 ? "|C-nobody-knows" : "|C-" + patient(i))
              .replace("V-1091", "V-" + clinic + "-" + i)
              .replace("O-77", "O-" + clinic + "-" + i)
              .replace("F-77", "F-" + clinic + "-" + i));
    }
    Path file = Files.writeString(folder.resolve("day.hl7"), messages);
    Path report = folder.resolve("report.json");
    String[] command = {
      "adapt-hl7",
      "send",
      file.toString(),
      "--config",
      feed.toString(),
      "--key-file",
      key.toString(),
      "--to",
      registry.base(),
      "--report",
      report.toString()
    };
    Process killed = start(command);
    awaitSessions(killed, ROWS / 4);
    killed.destroyForcibly().waitFor();
    assertThat(report).doesNotExist();
    Files.deleteIfExists(folder.resolve("day.hl7.refused")); // As the guide says: it is moved away.

    assertThat(start(command).waitFor()).as(said()).isEqualTo(1);

    JsonNode told = JSON.readTree(report.toFile());
    assertThat(told.path("read").asInt()).isEqualTo(ROWS);
    assertThat(told.path("refused").asInt()).as(said()).isEqualTo(ROWS / FAULTY);
    assertThat(held("Encounter", "session")).isEqualTo(ROWS - ROWS / FAULTY);
    assertThat(held("MedicationAdministration", "administration")).isEqualTo(ROWS - ROWS / FAULTY);
    assertEachHasOneVersion();
  }

  /** Whose visit it is. */
  private String patient(int visit) {
    return clinic + "-" + visit / ClinicTable.VISITS;
  }

  @Test
  void eventsAreReportedOnce() throws Exception {
    AnswerAssert.assertThat(registry.submit(ehr.transaction("AdverseEvent-adverse-event-gb-5")))
        .isAccepted();
    for (int from = 0; from < ROWS; from += 80) {
      AnswerAssert.assertThat(
              registry.submit(
                  Draft.bundle(
                      "transaction",
                      IntStream.range(from, from + 80)
                          .mapToObj(this::event)
                          .toArray(Draft[]::new))))
          .isAccepted();
    }
    Path terms = Files.writeString(folder.resolve("terms.csv"), "17971005,10000001,27.1\n");
    Path reports = Files.createDirectories(folder.resolve("reports"));
    String[] command = {
      "icsr",
      "--from",
      registry.base(),
      "--sender",
      "KET-REG",
      "--receiver",
      "AGENCY",
      "--out",
      reports.toString(),
      "--meddra",
      terms.toString(),
      "--since",
      LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()
    };
    Process killed = start(command);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (reported(reports).size() < ROWS / 4) {
      assertThat(System.nanoTime()).as(said()).isLessThan(end);
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    assertThat(reported(reports)).hasSizeLessThan(READY);

    assertThat(start(command).waitFor()).as(said()).isEqualTo(1);

    List<String> identifiers = new ArrayList<>();
    for (Path file : reported(reports)) {
      try (var in = Files.newInputStream(file)) {
        identifiers.add(IcsrReader.read(in).get(0).report().identifier());
      }
    }
    assertThat(identifiers).hasSize(READY).doesNotHaveDuplicates();
    // Events of other tests, without terms, are not ready either.
    assertThat(said().lines().filter(line -> line.contains("not ready")))
        .as("those without a term are told, and why")
        .hasSizeGreaterThanOrEqualTo(ROWS / FAULTY)
        .allMatch(line -> line.contains("E.i.2.1b"));
    assertThat(start(command).waitFor()).as(said()).isEqualTo(1);
    assertThat(reported(reports)).as("what says the same is not reported again").hasSize(READY);
  }

  /** An event that began at home, in no session; one in so many has no term. */
  private Draft event(int number) {
    Draft event =
        ehr.example("AdverseEvent-adverse-event-gb-5")
            .withText("/identifier/value", "E-killed-" + number)
            .without("/encounter")
            .withText("/date", "2026-09-18T10:05:00+01:00")
            .withText("/detected", "2026-09-18T10:08:00+01:00")
            .withText("/recordedDate", "2026-09-18")
            .withText("/extension/1/valueDateTime", "2026-09-18T11:20:00+01:00");
    if (number % FAULTY == FAULTY - 1) {
      event = event.withText("/event/coding/0/code", "24184005").without("/event/coding/0/display");
    }
    return Draft.entry(
        event,
        "PUT",
        "AdverseEvent?identifier="
            + event.string("/identifier/system")
            + "|"
            + event.string("/identifier/value"));
  }

  /** The reports of this clinic's events. */
  private List<Path> reported(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*-" + clinic + "-E-.*\\.xml"))
          .toList();
    }
  }

  private void assertEachIsOnRecordOnce(int sessions) throws IOException {
    assertThat(held("Encounter", "session")).isEqualTo(sessions);
    assertThat(held("MedicationAdministration", "administration")).isEqualTo(sessions);
    assertThat(held("Patient", "patient") + held("EpisodeOfCare", "course"))
        .as("patients are under a pseudonym, courses under their key")
        .isEqualTo((ROWS + ClinicTable.VISITS - 1) / ClinicTable.VISITS);
    assertEachHasOneVersion();
  }

  private void assertEachHasOneVersion() throws IOException {
    String given =
        "/MedicationAdministration?_count=500&_elements=identifier&identifier="
            + namespace
            + "/sid/administration|";
    for (JsonNode entry : JSON.readTree(registry.get(given).text()).path("entry")) {
      assertThat(entry.at("/resource/meta/versionId").asText()).isEqualTo("1");
    }
  }

  private void awaitSessions(Process running, int many) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (held("Encounter", "session") < many) {
      assertThat(running.isAlive()).as(said()).isTrue();
      assertThat(System.nanoTime())
          .as("the time for %s sessions: %s", many, said())
          .isLessThan(end);
      Thread.sleep(50);
    }
  }

  private int held(String type, String kind) throws IOException {
    return JSON.readTree(
            registry
                .get("/" + type + "?_summary=count&identifier=" + namespace + "/sid/" + kind + "|")
                .text())
        .path("total")
        .asInt();
  }

  private Process start(String... arguments) throws IOException {
    Process process =
        JavaProcess.command(
                ServerProcess.startingQuickly("512m"),
                JavaProcess.withoutTests(),
                KetamineRegistry.class,
                arguments)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()))
            .start();
    started.add(process);
    return process;
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
  }
}
