package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.flatfile.ExportPseudonyms;
import org.ketamineregistry.flatfile.FlatFile;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;

/** Flat files for analysts: whose rows, under which names, and until when. */
@RegistryTest
class FlatFilesIT {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGIN = "/Patient/$viewdefinition-export";
  private static final String DECIDED = "2026-09-09T10:00:00+01:00";
  private static final String WITHDRAWN = "2026-09-10T10:00:00+01:00";

  private final RegistryUnderTest registry;
  private final FlatViews views;
  private final String[] analyst = AssumedCaller.researcher("analyst-" + UUID.randomUUID());
  private final Ehr willing = Ehr.fresh();
  private final Ehr silent = willing.nextPatient();
  private final List<String> given = new ArrayList<>();
  private final List<String> withheld = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();

  FlatFilesIT(RegistryUnderTest registry, FlatViews views) {
    this.registry = registry;
    this.views = views;
  }

  @BeforeEach
  void treat() {
    registry.register(willing);
    given.addAll(registry.submit(willing.consultation()).locations());
    given.addAll(registry.submit(willing.session()).locations());
    withheld.addAll(registry.submit(silent.consultation()).locations());
    withheld.addAll(registry.submit(silent.session()).locations());
    assertThat(registry.submit(Decision.aboutResearch(willing, "permit", DECIDED))).isAccepted();
  }

  @AfterEach
  void end() {
    begun.forEach(path -> registry.send("DELETE", path, new byte[0], analyst));
  }

  private HttpAnswer ask(String query, String... caller) {
    List<String> headers = new ArrayList<>(List.of("Prefer", "respond-async"));
    headers.addAll(List.of(caller));
    return registry.get(BEGIN + query, headers.toArray(String[]::new));
  }

  /** Begins an export, and tells its path below the base. */
  private String begun(String query) {
    HttpAnswer answer = ask(query, analyst);
    assertThat(answer).hasStatus(202);
    String path =
        answer.header("Content-Location").orElseThrow().substring(registry.base().length());
    begun.add(path);
    return path;
  }

  private String file(String path, String name) {
    HttpAnswer answer = registry.get(path + "/" + name, analyst);
    assertThat(answer).hasStatus(200);
    return answer.text();
  }

  private JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The lines of all files, by view. */
  private Map<String, Set<String>> files(String path) {
    Map<String, Set<String>> lines = new HashMap<>();
    for (View view : views.views()) {
      lines.put(view.name(), Set.of(file(path, view.name() + ".csv").split("\r\n")));
    }
    return lines;
  }

  /** The lines that the views make of records, as the export of a path names things. */
  private Map<String, Set<String>> expected(String path, List<String> locations) {
    byte[] key =
        registry
            .jdbc()
            .queryForObject(
                "SELECT pseudonym_key FROM registry.export_job WHERE id = ?::uuid",
                byte[].class,
                path.substring(path.lastIndexOf('/') + 1));
    Map<String, Set<String>> lines = new HashMap<>();
    for (String location : locations) {
      var resource =
          (Resource) FHIR.newJsonParser().parseResource(registry.get("/" + location).text());
      for (View view : views.of(resource.fhirType())) {
        var file = new FlatFile(view, new ExportPseudonyms(key));
        String text = new String(file.lines(resource), StandardCharsets.UTF_8);
        if (!text.isEmpty()) {
          lines
              .computeIfAbsent(view.name(), name -> new HashSet<>())
              .addAll(List.of(text.split("\r\n")));
        }
      }
    }
    return lines;
  }

  @Test
  void givesAnAnalystTheRowsOfThoseWhoPermitAlone() {
    String path = begun("");
    Map<String, Set<String>> wanted = expected(path, given);
    Map<String, Set<String>> hidden = expected(path, withheld);
    Map<String, Set<String>> files = files(path);

    assertThat(wanted).hasSizeGreaterThan(8);
    wanted.forEach((view, lines) -> assertThat(files.get(view)).as(view).containsAll(lines));
    hidden.forEach(
        (view, lines) -> assertThat(files.get(view)).as(view).doesNotContainAnyElementsOf(lines));
    String all = files.toString();
    for (String secret :
        List.of(
            willing.registryPseudonym(),
            willing.clinicPseudonym(),
            willing.clinicToken().replaceFirst(".*\\|", ""),
            given.get(0).replaceFirst(".*/", ""))) {
      assertThat(all).doesNotContain(secret);
    }
    assertThat(registry.get("/" + given.get(0), analyst)).isRefused(403);
    assertThat(registry.get("/Observation", analyst)).isRefused(403);
  }

  @Test
  void givesEachExportPseudonymsOfItsOwn() {
    String one = begun("?view=patient,administration");
    String other = begun("?view=patient,administration");
    Set<String> patients = column(file(one, "patient.csv"), "id");

    assertThat(patients).isNotEmpty();
    assertThat(column(file(one, "administration.csv"), "patient_id"))
        .isNotEmpty()
        .isSubsetOf(patients);
    assertThat(column(file(other, "patient.csv"), "id")).doesNotContainAnyElementsOf(patients);
    assertThat(registry.get(one + "/score.csv", analyst)).isRefused(404);
  }

  private static Set<String> column(String file, String name) {
    List<String> lines = List.of(file.split("\r\n"));
    int index = List.of(lines.get(0).split(",")).indexOf(name);
    Set<String> values = new HashSet<>();
    lines.stream().skip(1).forEach(line -> values.add(line.split(",", -1)[index]));
    return values;
  }

  @Test
  void asksConsentAgainWhenAFileIsFetched() {
    String path = begun("?view=administration");
    Set<String> lines = expected(path, given).get("administration");
    assertThat(file(path, "administration.csv").split("\r\n")).containsAll(lines);

    assertThat(registry.submit(Decision.aboutResearch(willing, "deny", WITHDRAWN))).isAccepted();

    assertThat(file(path, "administration.csv").split("\r\n")).doesNotContainAnyElementsOf(lines);
  }

  @Test
  void hasNobodyWhoWasErased() {
    String path = begun("?view=administration,patient");
    Set<String> lines = expected(path, given).get("administration");
    String order =
        """
        {"resourceType":"Parameters","parameter":[
          {"name":"person","valueIdentifier":{"system":"https://ketamine-registry.example/fhir/sid/registry-pseudonym","value":"%s"}},
          {"name":"reason","valueCode":"consent-withdrawn"},
          {"name":"request","valueIdentifier":{"system":"https://steward.example/sid/file","value":"flat"}}]}
        """
            .formatted(willing.registryPseudonym());
    assertThat(registry.post("/Patient/$erase", order)).hasStatus(200);

    assertThat(file(path, "administration.csv").split("\r\n")).doesNotContainAnyElementsOf(lines);
  }

  @Test
  void tellsOfItsFilesAndWhatTheyMean() {
    String path = begun("?view=patient,score&_format=text/csv");
    JsonNode manifest = json(registry.get(path, analyst).text());

    assertThat(manifest.path("output"))
        .extracting(file -> file.path("name").asText())
        .containsExactlyInAnyOrder("patient", "score", "dictionary");
    assertThat(manifest.path("request").asText())
        .isEqualTo(registry.base() + BEGIN + "?view=patient,score");
    for (JsonNode output : manifest.path("output")) {
      assertThat(
              registry.get(
                  output.path("url").asText().substring(registry.base().length()), analyst))
          .hasStatus(200);
    }
    JsonNode dictionary = json(file(path, "datapackage.json"));
    for (JsonNode resource : dictionary.path("resources")) {
      String header = file(path, resource.path("path").asText()).split("\r\n")[0];
      assertThat(
              StreamSupport.stream(resource.at("/schema/fields").spliterator(), false)
                  .map(field -> field.path("name").asText()))
          .containsExactly(header.split(","));
    }
  }

  @Test
  void isKnownInTheAuditRecordByRecord() {
    HttpAnswer asked = ask("?view=administration", analyst);
    String path =
        asked.header("Content-Location").orElseThrow().substring(registry.base().length());
    HttpAnswer file = registry.get(path + "/administration.csv", analyst);
    HttpAnswer ended = registry.send("DELETE", path, new byte[0], analyst);
    String administration =
        given.stream()
            .filter(one -> one.startsWith("MedicationAdministration/"))
            .findFirst()
            .orElseThrow();

    assertThat(rows(asked)).singleElement().asString().contains("E $viewdefinition-export 202");
    assertThat(rows(file))
        .anyMatch(
            row ->
                row.startsWith("E $viewdefinition-export 200")
                    && row.contains(administration + "/_history/"));
    assertThat(rows(ended)).singleElement().asString().contains("D $viewdefinition-export 202");
    assertThat(registry.get(path, analyst)).isRefused(404);
  }

  private List<String> rows(HttpAnswer answer) {
    return registry
        .jdbc()
        .queryForList(
            "SELECT concat_ws(' ', action, interaction, status, array_to_string(records, ' ')) FROM"
                + " registry.audit WHERE request = ?",
            String.class,
            answer.header("X-Request-Id").orElseThrow());
  }

  @Test
  void isForAnalystsInResearchAndTheSteward() {
    for (String[] other :
        List.of(
            AssumedCaller.system(willing.clinicToken()),
            AssumedCaller.clinician(willing.clinicToken()),
            AssumedCaller.peer("peer"))) {
      assertThat(ask("", other)).isRefused(403).hasOnlyIssue("forbidden");
    }
    assertThat(ask("", AssumedCaller.analyst("a"))).isRefused(403).hasOnlyIssue("purpose-missing");
    assertThat(ask("", AssumedCaller.registry(Purpose.ADMINISTRATION)))
        .isRefused(403)
        .hasOnlyIssue("purpose-missing");
    String path = begun("?view=patient");
    for (String[] other :
        List.of(
            AssumedCaller.researcher("somebody else"),
            AssumedCaller.registry(Purpose.RESEARCH),
            AssumedCaller.system(willing.clinicToken()))) {
      assertThat(registry.get(path, other)).isRefused(404);
      assertThat(registry.get(path + "/patient.csv", other)).isRefused(404);
      assertThat(registry.get(path + "/datapackage.json", other)).isRefused(404);
      assertThat(registry.send("DELETE", path, new byte[0], other)).isRefused(404);
    }
    assertThat(registry.get(path.replace("viewdefinition-", ""), analyst)).isRefused(404);
    HttpAnswer steward = ask("?view=patient", AssumedCaller.registry(Purpose.PUBLIC_HEALTH));
    assertThat(steward).hasStatus(202);
    assertThat(
            registry.send(
                "DELETE",
                steward
                    .header("Content-Location")
                    .orElseThrow()
                    .substring(registry.base().length()),
                new byte[0],
                AssumedCaller.registry(Purpose.PUBLIC_HEALTH)))
        .hasStatus(202);
  }

  @ParameterizedTest
  @CsvSource({
    "?view=person, 400",
    "?_format=application/fhir%2Bjson, 400",
    "?_format=parquet, 400",
    "?_since=yesterday, 400",
    "?patient=1, 400"
  })
  void refusesWhatItDoesNotDo(String query, int status) {
    assertThat(ask(query, analyst)).isRefused(status).hasOnlyIssue("invalid-request");
  }

  @Test
  void isAskedForAsItIsAnswered() {
    assertThat(registry.get(BEGIN, analyst)).isRefused(400).hasOnlyIssue("invalid-request");
    String path = begun("?view=patient");
    assertThat(registry.post(path, "{}", analyst)).isRefused(405);
    assertThat(registry.get(path + "/patient.ndjson", analyst)).isRefused(404);
    List<String> headers = new ArrayList<>(List.of("Accept", "application/json"));
    headers.addAll(List.of(analyst));
    assertThat(registry.get(path + "/patient.csv", headers.toArray(String[]::new))).isRefused(406);
    assertThat(registry.send("HEAD", path + "/patient.csv", new byte[0], analyst)).hasStatus(200);
  }
}
