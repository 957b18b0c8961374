package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.KetamineRegistry;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.process.ServerProcess;

/**
 * Adapters are killed in the middle of their work, as {@code kill -9} does, and started again: each
 * row and each message is on record once, and each that is refused is told once. Some hundreds, and
 * thousands with {@code -Plong}.
 */
@RegistryTest
class AdaptersKilledIT {
  private static final int ROWS = Integer.getInteger("registry.test.volume", 1) > 1 ? 4_000 : 160;

  /** One in so many rows is refused. */
  private static final int FAULTY = 10;

  private static final int VISITS = 8;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();
  private final String clinic = ehr.clinicToken().replaceFirst(".*\\|", "");
  private final String namespace = "https://clinic-" + clinic + ".example";

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

  @Test
  void aTableIsBroughtOnce() throws Exception {
    Path table = table();
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
    awaitSessions(ROWS / 4);
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
    try (Stream<String> lines = Files.lines(folder.resolve("table-refused.csv"), WINDOWS)) {
      assertThat(lines).hasSize(1 + ROWS / FAULTY).doesNotHaveDuplicates();
    }
  }

  private void assertEachIsOnRecordOnce(int sessions) throws IOException {
    assertThat(held("Encounter", "session")).isEqualTo(sessions);
    assertThat(held("MedicationAdministration", "administration")).isEqualTo(sessions);
    assertThat(held("Patient", "patient") + held("EpisodeOfCare", "course"))
        .as("patients are under a pseudonym, courses under their key")
        .isEqualTo((ROWS + VISITS - 1) / VISITS);
    String given =
        "/MedicationAdministration?_count=500&_elements=identifier&identifier="
            + namespace
            + "/sid/administration|";
    for (JsonNode entry : JSON.readTree(registry.get(given).text()).path("entry")) {
      assertThat(entry.at("/resource/meta/versionId").asText()).isEqualTo("1");
    }
  }

  private void awaitSessions(int many) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (held("Encounter", "session") < many) {
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
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KetamineRegistry.class.getName()));
    command.addAll(1, ServerProcess.startingQuickly("512m"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()))
        .start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
  }

  private Path table() throws IOException {
    var rows = new StringBuilder();
    rows.append(Files.readAllLines(Path.of("docs/adapt/clinic-spreadsheet.csv"), WINDOWS).get(0))
        .append("\r\n");
    for (int i = 0; i < ROWS; i++) {
      int patient = i / VISITS;
      rows.append(
              String.join(
                  ";",
                  clinic + "-" + patient,
                  "Anna Example",
                  "F",
                  "14.02.19" + (50 + patient % 50),
                  "05.01.2026",
                  "12.01.2026",
                  "TRD",
                  "3",
                  DAY.format(LocalDate.of(2026, 1, 12).plusDays(3L * (i % VISITS))),
                  "9:00",
                  "11:30",
                  "9:20",
                  "10:00",
                  "Ketamine",
                  i % FAULTY == FAULTY - 1 ? "as usual" : "35,5 mg",
                  "i.v.",
                  "128/82",
                  "21",
                  "row " + i))
          .append("\r\n");
    }
    return Files.writeString(folder.resolve("table.csv"), rows, WINDOWS);
  }
}
