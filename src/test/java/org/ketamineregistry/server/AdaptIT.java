package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import org.ketamineregistry.ehr.Ehr;
import picocli.CommandLine;

/** A data manager goes the way of {@code docs/adapt.md}, with its examples, to a registry. */
@RegistryTest
class AdaptIT {
  private static final Path EXAMPLES = Path.of("docs/adapt");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryUnderTest registry;
  private final Ehr clinic = Ehr.fresh();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private String out = "";
  private String err = "";

  AdaptIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void registerTheClinicAndMakeItsKey() throws Exception {
    registry.register(clinic);
    for (String name : List.of("clinic-spreadsheet", "redcap")) {
      Files.copy(EXAMPLES.resolve(name + ".csv"), folder.resolve(name + ".csv"));
      Files.writeString(
          folder.resolve(name + ".yaml"),
          Files.readString(EXAMPLES.resolve(name + ".yaml"))
              .replace("GB-0001", number())
              .replace("clinic.example", "clinic-" + number() + ".example"));
    }
    assertThat(run("key", folder.resolve("clinic.key").toString())).isZero();
  }

  @Test
  void aSpreadsheetIsBroughtCorrectedAndBroughtAgain() throws Exception {
    assertThat(adapt("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml")).as(err).isEqualTo(1);
    assertThat(numbers()).containsExactly(13, 7, 0, 5, 1);
    assertPageSays(out);
    Map<String, Long> afterTheFirst = registry.clinicalRows();
    Path refused = folder.resolve("clinic-spreadsheet-refused.csv");
    assertThat(Files.readString(refused, WINDOWS)).contains("'=HYPERLINK");

    String corrected =
        Files.readString(refused, WINDOWS)
            .replace("31.02.2026", "02.02.2026")
            .replace("1.000,5 mg", "35,5 mg")
            .replace("as usual", "iv")
            .replace("3/4/2026", "2026-03-04")
            .replaceFirst(
                "2026-01-21;13:00;[^\r]*",
                "2026-01-21;13:00;15:10;13:05;13:10;Spravato;84 mg;spray;;;;");
    Files.writeString(refused, corrected, WINDOWS);
    assertThat(adapt(refused.getFileName().toString(), "clinic-spreadsheet.yaml"))
        .as(out + err)
        .isZero();
    assertThat(numbers()).containsExactly(5, 5, 0, 0, 0);
    assertThat(registry.clinicalRows()).isNotEqualTo(afterTheFirst);
    assertThat(held("Encounter", "https://clinic.example", "session")).isEqualTo(12);
    JsonNode attested = provenanceOfASession();
    assertThat(attested.findValuesAsText("valueCode")).containsExactly("opt-in", "exact");
    assertThat(attested.at("/entity/0/what/identifier/type/coding/0/code").asText())
        .isEqualTo("spreadsheet");

    Map<String, Long> before = registry.clinicalRows();
    assertThat(adapt(refused.getFileName().toString(), "clinic-spreadsheet.yaml")).isZero();
    assertThat(numbers()).as("a third run").containsExactly(5, 0, 5, 0, 0);
    assertThat(registry.clinicalRows()).isEqualTo(before);
    assertThat(held("Encounter", "https://clinic.example", "session")).isEqualTo(12);
    assertThat(provenanceOfASession()).as("kept as it was first").isEqualTo(attested);
  }

  @Test
  void repeatingInstrumentsOfRedcapAreBrought() throws Exception {
    assertThat(adapt("redcap.csv", "redcap.yaml")).as(err).isEqualTo(1);
    assertThat(numbers()).containsExactly(11, 7, 0, 3, 1);
    assertThat(out).contains("reference-unknown");
    String corrected =
        Files.readString(folder.resolve("redcap.csv"))
            .replace(
                "K-002,session,2,,,,,,,,,,,,2026-01-17 13:00,2026-01-17 15:10,1,2,1,1,0",
                "K-002,session,2,,,,,,,,,,,,2026-01-17 13:00,2026-01-17 15:10,1,2,0,1,0")
            .replace(
                "K-003,,,1,1990,0,0,2026-01-20,1,1,2026-01-26,7",
                "K-003,,,1,1990,1,0,2026-01-20,1,1,2026-01-26,1");
    Files.writeString(folder.resolve("redcap.csv"), corrected);
    assertThat(adapt("redcap.csv", "redcap.yaml")).as(out + err).isZero();
    assertThat(numbers()).containsExactly(11, 3, 7, 0, 1);
    assertThat(held("Encounter", "https://redcap.clinic.example", "session")).isEqualTo(5);
  }

  @Test
  void coursesOfThePastAreBroughtWithDatesThatAreMoved() throws Exception {
    Path mapping = folder.resolve("clinic-spreadsheet.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace(
                "zone: Europe/London",
                "zone: Europe/London\n  dates: {policy: shift, within-weeks: 26}")
            .replace(
                "started: {column: Course from}",
                "started: {column: Course from}\n      ended: {column: Course from}\n"
                    + "      status: {constant: finished}"));
    assertThat(adapt("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml")).as(err).isEqualTo(1);
    assertThat(numbers()).containsExactly(13, 7, 0, 5, 1);
    List<LocalDateTime> visits = new ArrayList<>();
    for (JsonNode entry : records("Encounter", "https://clinic.example", "session")) {
      visits.add(
          OffsetDateTime.parse(entry.at("/resource/period/start").asText()).toLocalDateTime());
    }
    assertThat(visits)
        .as("moved back by a week at least; the last visit was on 9 February")
        .hasSize(7)
        .allMatch(visit -> !visit.isAfter(LocalDateTime.of(2026, 2, 2, 14, 0)))
        .doesNotContain(
            LocalDateTime.of(2026, 1, 12, 9, 0),
            LocalDateTime.of(2026, 1, 15, 9, 0),
            LocalDateTime.of(2026, 1, 19, 9, 5),
            LocalDateTime.of(2026, 1, 14, 13, 0),
            LocalDateTime.of(2026, 1, 17, 13, 0),
            LocalDateTime.of(2026, 1, 26, 10, 0));
    assertThat(provenanceOfASession().findValuesAsText("valueCode"))
        .containsExactly("opt-in", "moved");
    Files.delete(folder.resolve("clinic-spreadsheet-refused.csv"));
    adapt("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml");
    assertThat(numbers()).as("the same move in a second run").containsExactly(13, 0, 7, 5, 1);
  }

  @Test
  void whatIsSentLastCountsThoughItWasSentBefore() throws Exception {
    Path file = folder.resolve("one.csv");
    String first = String.join("\r\n", rows("clinic-spreadsheet.csv").subList(0, 2)) + "\r\n";
    for (String dose : List.of("35,5 mg", "30 mg", "35,5 mg")) {
      Files.writeString(file, first.replace("35,5 mg", dose), WINDOWS);
      assertThat(adapt("one.csv", "clinic-spreadsheet.yaml")).as(out + err).isZero();
      assertThat(numbers()).containsExactly(1, 1, 0, 0, 0);
    }
    JsonNode given =
        records("MedicationAdministration", "https://clinic.example", "administration");
    assertThat(given).hasSize(1);
    assertThat(given.at("/0/resource/dosage/dose/value").asText()).isEqualTo("35.5");
    assertThat(given.at("/0/resource/meta/versionId").asText()).isEqualTo("3");
  }

  @Test
  void noKeyOfTheClinicAndNoNameIsInTheRegistry() throws Exception {
    adapt("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml");
    for (String type : List.of("Patient", "Encounter", "MedicationAdministration", "Consent")) {
      assertThat(get("/" + type + "?_count=100").toString())
          .doesNotContain("999-0001", "Anna", "Example", "1979-02", "first visit");
    }
  }

  @Test
  void aClinicThatIsNotKnownIsToldSo() throws Exception {
    Path mapping = folder.resolve("clinic-spreadsheet.yaml");
    Files.writeString(
        mapping, Files.readString(mapping).replaceFirst("id: GB-\\d+", "id: GB-999999"));
    assertThat(adapt("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml")).isEqualTo(1);
    assertThat(out).contains("clinic-unknown");
  }

  private static void assertPageSays(String report) throws Exception {
    String page = Files.readString(Path.of("docs/adapt.md"), StandardCharsets.UTF_8);
    assertThat(report.lines().filter(line -> !line.startsWith("Refused rows")).toList())
        .as("the report that the page shows")
        .allSatisfy(line -> assertThat(page).contains(line));
  }

  private List<String> rows(String name) throws Exception {
    return List.of(Files.readString(folder.resolve(name), WINDOWS).split("\r\n"));
  }

  private String number() {
    return clinic.clinicToken().replaceFirst(".*\\|", "");
  }

  private int held(String type, String namespace, String kind) throws Exception {
    return records(type, namespace, kind).size();
  }

  /** The one provenance of the first session. */
  private JsonNode provenanceOfASession() throws Exception {
    String session =
        records("Encounter", "https://clinic.example", "session").at("/0/resource/id").asText();
    JsonNode found = get("/Provenance?target=Encounter/" + session).path("entry");
    assertThat(found).hasSize(1);
    return found.at("/0/resource");
  }

  private JsonNode records(String type, String namespace, String kind) throws Exception {
    String system = namespace.replace("clinic.example", "clinic-" + number() + ".example");
    return get("/" + type + "?_count=100&identifier=" + system + "/sid/" + kind + "|")
        .path("entry");
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(registry.get(path).text());
  }

  private int adapt(String file, String mapping) throws Exception {
    int code =
        run(
            folder.resolve(file).toString(),
            "--mapping",
            folder.resolve(mapping).toString(),
            "--to",
            registry.base(),
            "--key-file",
            folder.resolve("clinic.key").toString(),
            "--report",
            folder.resolve("report.json").toString());
    assertThat(folder.resolve(file + ".adapt-state.json")).doesNotExist();
    return code;
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

  private int run(String... arguments) {
    var told = new StringWriter();
    var complained = new StringWriter();
    int code =
        new CommandLine(new AdaptCommand())
            .setOut(new PrintWriter(told, true))
            .setErr(new PrintWriter(complained, true))
            .execute(arguments);
    out = told.toString();
    err = complained.toString();
    return code;
  }
}
