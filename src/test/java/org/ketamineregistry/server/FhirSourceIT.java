package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.cli.source.ScriptedServer.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import org.ketamineregistry.cli.source.AdaptFhirCommand;
import org.ketamineregistry.cli.source.ScriptedServer;
import org.ketamineregistry.ehr.Ehr;
import picocli.CommandLine;

/**
 * An EHR's patients are brought by its Bulk Data export, past a registry that goes away, and then
 * what changed: some hundreds of resources, and thousands with {@code -Plong}.
 */
@RegistryTest
class FhirSourceIT {
  private static final int PATIENTS = Integer.getInteger("registry.test.volume", 1) > 1 ? 600 : 40;

  /** Of every patient: two consents, a course, a session, what was given, and two measurements. */
  private static final int OF_EACH = 8;

  private static final Path EXAMPLES = Path.of("docs/adapt");
  private static final String EHR = "https://ehr.riverside.example/fhir";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryUnderTest registry;
  private final Ehr clinic = Ehr.fresh();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private String out = "";
  private String err = "";

  FhirSourceIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void registerTheClinicAndTakeTheExample() throws Exception {
    registry.register(clinic);
    Files.copy(
        EXAMPLES.resolve("fhir-ehr-formulary.json"), folder.resolve("fhir-ehr-formulary.json"));
    Files.copy(EXAMPLES.resolve("fhir-ehr.ndjson"), folder.resolve("fhir-ehr.ndjson"));
    Files.writeString(
        folder.resolve("fhir-ehr.yaml"),
        Files.readString(EXAMPLES.resolve("fhir-ehr.yaml"))
            .replace("GB-0001", number())
            .replace("ehr.clinic.example", "ehr-" + number() + ".example"));
    assertThat(run(new AdaptCommand(), "key", folder.resolve("clinic.key").toString())).isZero();
  }

  @Test
  void anExportIsBroughtPastAnInterruptionAndThenWhatChanged() throws Exception {
    Map<String, List<String>> held = cohort();
    int all = held.values().stream().mapToInt(List::size).sum();
    try (var ehr = new ScriptedServer();
        var door = new ScriptedServer()) {
      export(ehr, held, "2026-03-01T00:00:00Z");
      var left = new AtomicInteger(all / 3);
      new Door(door, registry.base(), left).open();

      assertThat(adapt(ehr, door)).as(out + err).isEqualTo(2);
      assertThat(err).contains("goes on where this stopped");
      assertThat(accepted()).isPositive().isLessThan(all);

      left.set(Integer.MAX_VALUE);
      assertThat(adapt(ehr, door)).as(out + err).isEqualTo(1);
      assertThat(ehr.asked("/$export")).as("what was fetched is kept").hasSize(1);
      int faulty = PATIENTS / 10 + PATIENTS / 8;
      assertThat(numbers().get(1) + numbers().get(2))
          .as("what was sent shortly before the interruption is sent again, and changes nothing")
          .isEqualTo(all - faulty);
      assertThat(numbers()).element(3).isEqualTo(faulty);
      assertThat(total("Encounter", "session")).isEqualTo(PATIENTS);
      assertThat(total("MedicationAdministration", "administration"))
          .isEqualTo(PATIENTS - PATIENTS / 8);
      assertThat(Files.readAllLines(folder.resolve("state/source-refused.ndjson"))).hasSize(faulty);

      Map<String, Long> before = registry.clinicalRows();
      Map<String, List<String>> changed = new LinkedHashMap<>();
      changed.put("MedicationAdministration", List.of(given(1, "41", "KETAMINE-INJ-50")));
      changed.put("Encounter", List.of(session(2)));
      export(ehr, changed, "2026-03-02T00:00:00Z");
      assertThat(adapt(ehr, door)).as(out + err).isZero();
      assertThat(ehr.asked("/$export").get(1).target()).contains("_since=2026-03-01T00%3A00%3A00Z");
      assertThat(numbers()).containsExactly(2, 1, 1, 0, 0);
      assertThat(total("MedicationAdministration", "administration"))
          .as("nothing twice")
          .isEqualTo(PATIENTS - PATIENTS / 8);
      assertThat(registry.clinicalRows()).isNotEqualTo(before);
    }
  }

  @Test
  void theExampleIsBroughtCorrectedAndBroughtAgain() throws Exception {
    assertThat(adaptFiles("fhir-ehr.ndjson")).as(err).isEqualTo(1);
    assertThat(numbers()).containsExactly(36, 26, 0, 6, 4);
    assertPageSays(out);
    Path refused = folder.resolve("fhir-ehr-refused.ndjson");
    Files.writeString(
        refused,
        Files.readString(refused)
            .replace(
                "{\"value\":2,\"unit\":\"{spray}\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"{spray}\"}",
                "{\"value\":56,\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}")
            .replace("\"2026-01\"", "\"2026-01-20T09:40:00Z\"")
            .replace("\"middle\"", "\"intra\"")
            .replace("Group/g1", "Patient/p3"));
    assertThat(adaptFiles("fhir-ehr-refused.ndjson")).as(out).isEqualTo(1);
    assertThat(numbers()).as(out).containsExactly(6, 4, 0, 2, 0);

    Map<String, Long> before = registry.clinicalRows();
    assertThat(adaptFiles("fhir-ehr.ndjson")).isEqualTo(1);
    assertThat(numbers()).as("all of it again").containsExactly(36, 0, 26, 6, 4);
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void aRegistrysOwnExportCanBeTheSource() throws Exception {
    Path mapping =
        Files.writeString(
            folder.resolve("registry.yaml"),
            """
            mapping: registry
            clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
            skip: [{from: Patient}]
            records:
              - {kind: patient, from: Patient, key: [id], fields: {sex: {path: gender}, born: {path: birthDate}}}
            """);
    assertThat(
            run(
                new AdaptFhirCommand(),
                "--from",
                registry.base(),
                "--patients",
                "--mapping",
                mapping.toString(),
                "--dry-run",
                "--state",
                folder.resolve("state").toString(),
                "--report",
                folder.resolve("report.json").toString()))
        .as(out + err)
        .isZero();
    assertThat(numbers().get(1)).isZero();
  }

  /** The way to the registry, which can be shut. */
  private record Door(ScriptedServer server, String registry, AtomicInteger left) {
    void open() {
      HttpClient http = HttpClient.newHttpClient();
      server.onPost(
          "",
          (exchange, body) -> {
            if (left.getAndDecrement() <= 0) {
              answer(503, "Retry-After: 0", "").play(exchange);
              return;
            }
            try {
              HttpResponse<String> answered =
                  http.send(
                      HttpRequest.newBuilder(URI.create(registry))
                          .header("Content-Type", "application/fhir+json")
                          .header("Accept", "application/fhir+json")
                          .POST(BodyPublishers.ofByteArray(body))
                          .build(),
                      BodyHandlers.ofString(StandardCharsets.UTF_8));
              answer(answered.statusCode(), "", answered.body()).play(exchange);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  private static void export(
      ScriptedServer ehr, Map<String, List<String>> held, String transactionTime) {
    var output = new ArrayList<String>();
    held.forEach(
        (type, lines) -> {
          ehr.on(
              "/file/" + type,
              answer(200, "Content-Type: application/fhir+ndjson", String.join("\n", lines)));
          output.add(
              "{\"type\":\"%s\",\"url\":\"%s/file/%s\",\"count\":%d}"
                  .formatted(type, ehr.base(), type, lines.size()));
        });
    ehr.on("/$export", answer(202, "Content-Location: " + ehr.base() + "/job", ""));
    ehr.on(
        "/job",
        answer(
            200,
            "Content-Type: application/json",
            "{\"transactionTime\":\"%s\",\"requiresAccessToken\":false,\"output\":[%s]}"
                .formatted(transactionTime, String.join(",", output))));
  }

  /** Whatever the order in which an EHR tells of them. */
  private static Map<String, List<String>> cohort() {
    Map<String, List<String>> held = new LinkedHashMap<>();
    for (int i = 1; i <= PATIENTS; i++) {
      put(held, "Observation", weight(i, i % 10 == 0 ? "[lb_av]" : "kg"));
      put(held, "Observation", score(i));
      put(
          held,
          "MedicationAdministration",
          given(i, "35", i % 8 == 0 ? "MIDAZOLAM" : "KETAMINE-INJ-50"));
      put(held, "Encounter", session(i));
      put(held, "EpisodeOfCare", course(i));
      put(held, "Consent", consent(i, "registry"));
      put(held, "Consent", consent(i, "ketamine"));
      put(
          held,
          "Patient",
          "{\"resourceType\":\"Patient\",\"id\":\"p%d\",\"name\":[{\"family\":\"Unsent\"}],\"gender\":\"female\",\"birthDate\":\"1980-02-03\"}"
              .formatted(i));
    }
    assertThat(held.values().stream().mapToInt(List::size).sum()).isEqualTo(PATIENTS * OF_EACH);
    return held;
  }

  private static void put(Map<String, List<String>> held, String type, String resource) {
    held.computeIfAbsent(type, one -> new ArrayList<>()).add(resource);
  }

  private static String consent(int i, String kind) {
    return "{\"resourceType\":\"Consent\",\"id\":\"c%d-%s\",\"status\":\"active\",\"category\":[{\"coding\":[{\"system\":\"%s/CodeSystem/consents\",\"code\":\"%s\"}]}],\"patient\":{\"reference\":\"Patient/p%d\"},\"dateTime\":\"2026-01-04\",\"sourceAttachment\":{\"title\":\"form\"},\"provision\":{\"type\":\"permit\"}}"
        .formatted(i, kind, EHR, kind, i);
  }

  private static String course(int i) {
    return "{\"resourceType\":\"EpisodeOfCare\",\"id\":\"e%d\",\"extension\":[{\"url\":\"%s/StructureDefinition/failed-treatments\",\"valueInteger\":3}],\"status\":\"active\",\"type\":[{\"coding\":[{\"system\":\"%s/CodeSystem/programmes\",\"code\":\"ketamine-trd\"}]}],\"patient\":{\"reference\":\"Patient/p%d\"},\"period\":{\"start\":\"2026-01-05\"}}"
        .formatted(i, EHR, EHR, i);
  }

  private static String session(int i) {
    return "{\"resourceType\":\"Encounter\",\"id\":\"v%d\",\"status\":\"finished\",\"subject\":{\"reference\":\"Patient/p%d\"},\"episodeOfCare\":[{\"reference\":\"EpisodeOfCare/e%d\"}],\"period\":{\"start\":\"2026-01-12T09:30:00Z\",\"end\":\"2026-01-12T12:00:00Z\"}}"
        .formatted(i, i, i);
  }

  private static String given(int i, String dose, String product) {
    return "{\"resourceType\":\"MedicationAdministration\",\"id\":\"m%d\",\"status\":\"completed\",\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"%s/CodeSystem/formulary\",\"code\":\"%s\"}]},\"subject\":{\"reference\":\"Patient/p%d\"},\"context\":{\"reference\":\"Encounter/v%d\"},\"effectivePeriod\":{\"start\":\"2026-01-12T10:00:00Z\",\"end\":\"2026-01-12T10:40:00Z\"},\"performer\":[{\"actor\":{\"display\":\"N\"}}],\"dosage\":{\"route\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"47625008\"}]},\"dose\":{\"value\":%s,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}}}"
        .formatted(i, EHR, product, i, i, dose);
  }

  private static String weight(int i, String unit) {
    return "{\"resourceType\":\"Observation\",\"id\":\"w%d\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"29463-7\"}]},\"subject\":{\"reference\":\"Patient/p%d\"},\"effectiveDateTime\":\"2026-01-12T09:20:00Z\",\"valueQuantity\":{\"value\":70,\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}}"
        .formatted(i, i, unit);
  }

  private static String score(int i) {
    return "{\"resourceType\":\"Observation\",\"id\":\"s%d\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"44261-6\"}]},\"subject\":{\"reference\":\"Patient/p%d\"},\"effectiveDateTime\":\"2026-01-12T09:20:00Z\",\"valueInteger\":19}"
        .formatted(i, i);
  }

  private static void assertPageSays(String report) throws Exception {
    String page = Files.readString(Path.of("docs/adapt-fhir.md"), StandardCharsets.UTF_8);
    assertThat(
            report
                .lines()
                .filter(line -> !line.startsWith("Refused") && !line.startsWith("The reasons"))
                .toList())
        .as("the report that the page shows")
        .allSatisfy(line -> assertThat(page).contains(line));
  }

  private String number() {
    return clinic.clinicToken().replaceFirst(".*\\|", "");
  }

  private int total(String type, String kind) throws Exception {
    String system = "https://ehr-" + number() + ".example/sid/" + kind;
    return JSON.readTree(
            registry.get("/" + type + "?_summary=count&identifier=" + system + "|").text())
        .path("total")
        .asInt(-1);
  }

  private int accepted() throws Exception {
    return numbers().get(1);
  }

  private int adapt(ScriptedServer ehr, ScriptedServer door) {
    return run(
        new AdaptFhirCommand(),
        "--from",
        ehr.base(),
        "--to",
        door.base(),
        "--attempts",
        "1",
        "--mapping",
        folder.resolve("fhir-ehr.yaml").toString(),
        "--key-file",
        folder.resolve("clinic.key").toString(),
        "--state",
        folder.resolve("state").toString(),
        "--report",
        folder.resolve("report.json").toString());
  }

  private int adaptFiles(String file) {
    return run(
        new AdaptFhirCommand(),
        folder.resolve(file).toString(),
        "--to",
        registry.base(),
        "--mapping",
        folder.resolve("fhir-ehr.yaml").toString(),
        "--key-file",
        folder.resolve("clinic.key").toString(),
        "--report",
        folder.resolve("report.json").toString());
  }

  /** Read, accepted, unchanged, refused, left out. */
  private List<Integer> numbers() throws Exception {
    JsonNode report = JSON.readTree(folder.resolve("report.json").toFile());
    return List.of(
        report.path("read").asInt(),
        report.path("accepted").asInt(),
        report.path("unchanged").asInt(),
        report.path("refused").asInt(),
        report.path("leftOut").asInt());
  }

  private int run(Object command, String... arguments) {
    var told = new StringWriter();
    var complained = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(told, true))
            .setErr(new PrintWriter(complained, true))
            .execute(arguments);
    out = told.toString();
    err = complained.toString();
    return code;
  }
}
