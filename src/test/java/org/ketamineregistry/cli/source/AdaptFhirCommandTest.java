package org.ketamineregistry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.cli.source.ScriptedServer.answer;
import static org.ketamineregistry.cli.source.ScriptedServer.json;
import static org.ketamineregistry.cli.source.ScriptedServer.ndjson;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import picocli.CommandLine;

/** What a data manager at a terminal is told, and what goes on by itself. */
class AdaptFhirCommandTest {
  private static final String MAPPING =
      """
      mapping: patients
      clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
      records:
        - {kind: patient, from: Patient, key: [id], fields: {sex: {path: gender}, born: {path: birthDate}}}
      """;
  private static final String TABLE =
      """
      mapping: patients
      clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
      records:
        - {kind: patient, key: [no], fields: {sex: {column: sex}, born: {column: born}}}
      """;
  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"gender\":\"female\",\"birthDate\":\"1980\"}\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit has it made before each test
  private ScriptedServer registry;

  @SuppressWarnings("NullAway.Init") // JUnit has it made before each test
  private ScriptedServer ehr;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    registry = new ScriptedServer();
    registry.onPost(
        "",
        (exchange, body) ->
            json("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"}").play(exchange));
    ehr = new ScriptedServer();
    Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    Files.writeString(folder.resolve("table.yaml"), TABLE);
    assertThat(run(new AdaptCommand(), "key", folder.resolve("clinic.key").toString())).isZero();
  }

  @AfterEach
  void stop() {
    registry.close();
    ehr.close();
  }

  @Test
  void roundsGoOnPastOneThatFailsAndAskForWhatChanged() throws Exception {
    ehr.on(
            "/$export",
            answer(403, "", "{}"),
            answer(202, "Content-Location: " + ehr.at("/job"), ""))
        .on(
            "/job",
            answer(
                200,
                "",
                "{\"transactionTime\":\"2026-02-01T10:00:00Z\",\"output\":[{\"type\":\"Patient\",\"url\":\""
                    + ehr.at("/file")
                    + "\"}]}"))
        .on("/file", ndjson(PATIENT));
    untilIn(
        new AdaptFhirCommand(),
        () -> ehr.asked("/$export").size() >= 3,
        "--from",
        ehr.base(),
        "--mapping",
        folder.resolve("mapping.yaml").toString(),
        "--state",
        folder.resolve("state").toString());
    assertThat(err.toString()).contains("begins no export (403");
    List<String> kickOffs =
        ehr.asked("/$export").stream().map(ScriptedServer.Request::target).toList();
    assertThat(kickOffs.get(1)).doesNotContain("_since");
    assertThat(kickOffs.get(2)).contains("_since=2026-02-01T10%3A00%3A00Z");
    assertThat(registry.asked("")).isNotEmpty();
    assertThat(out.toString()).contains("1 read: 1 accepted").doesNotContain("p1");
  }

  @Test
  void aTableIsBroughtAgainWhenItsContentChanged() throws Exception {
    Path table = Files.writeString(folder.resolve("table.csv"), "no,sex,born\n1,female,1980\n");
    var changed = new AtomicBoolean();
    untilIn(
        new AdaptCommand(),
        () -> {
          if (registry.asked("").size() == 1 && changed.compareAndSet(false, true)) {
            change(table);
          }
          return registry.asked("").size() >= 3;
        },
        table.toString(),
        "--mapping",
        folder.resolve("table.yaml").toString());
    assertThat(registry.asked("")).as("one row, and then two").hasSize(3);
  }

  private static void change(Path table) {
    try {
      Files.writeString(table, "no,sex,born\n1,female,1980\n2,male,1981\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--mapping m.yaml --dry-run; Name FILEs or --from",
        "--mapping m.yaml --dry-run a.ndjson --from https://ehr.example/fhir; Name FILEs or --from",
        "--mapping m.yaml --dry-run a.ndjson --group g; go with --from",
        "--mapping m.yaml --dry-run --from https://ehr.example/fhir --group g --search; one alone",
        "--mapping m.yaml --dry-run --from https://ehr.example/fhir --group ../g; id of a Group",
        "--mapping m.yaml --dry-run --every 6h a.ndjson; without --dry-run",
        "--mapping m.yaml --every 6 a.ndjson; 30s, 15m, 6h or 1d",
        "--mapping m.yaml --dry-run --from https://ehr.example/fhir --from-key k; go together",
        "--mapping m.yaml --dry-run a.ndjson; There is no mapping m.yaml"
      })
  void optionsThatDoNotGoTogetherAreTold(String arguments, String words) {
    assertThat(run(new AdaptFhirCommand(), arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(words);
  }

  @Test
  void aSourceInTheClearIsNotAsked() {
    assertThat(
            run(
                new AdaptFhirCommand(),
                "--from",
                "http://ehr.example/fhir",
                "--mapping",
                folder.resolve("mapping.yaml").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--dry-run"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("use https");
  }

  /** Runs a command round after round until something holds, then tells it to end. */
  private void untilIn(Object command, BooleanSupplier holds, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--to",
            registry.base(),
            "--key-file",
            folder.resolve("clinic.key").toString(),
            "--every",
            "1s"));
    var ended = new CompletableFuture<Integer>();
    var runner = new Thread(() -> ended.complete(run(command, all.toArray(String[]::new))));
    runner.start();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!holds.getAsBoolean() && System.nanoTime() < end && runner.isAlive()) {
      Thread.sleep(300);
    }
    runner.interrupt();
    assertThat(ended.get(1, TimeUnit.MINUTES)).as(out + "" + err).isIn(0, 1);
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
