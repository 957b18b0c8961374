package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** What an operator relies on: ids, logs, health, metrics. */
@RegistryTest
class FoundationsIT {
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final RegistryUnderTest registry;
  private final ApplicationContext context;

  FoundationsIT(RegistryUnderTest registry, ApplicationContext context) {
    this.registry = registry;
    this.context = context;
  }

  /** A path from the root of the server. */
  private HttpAnswer at(String path) {
    return registry.send(HttpRequest.newBuilder(URI.create(registry.root() + path)).build());
  }

  // ---- ids and logs --------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "GET,/fhir/metadata,200",
    "HEAD,/fhir/metadata,200",
    "GET,/fhir/Patient?_count=1,200",
    "GET,/fhir/Patient/x,404",
    "GET,/fhir/NoSuchType,404",
    "GET,/fhir/Patient?name=x,400",
    "GET,/fhir/metadata?_format=ttl,406",
    "POST,/fhir,415",
    "DELETE,/fhir/Patient/x,405",
    "GET,/fhir/api-docs,200",
    "GET,/fhir/swagger-ui/swagger-ui.css,200",
    "GET,/actuator/health,200",
    "GET,/actuator/prometheus,200",
    "GET,/actuator/env,404",
    "GET,/nothing,404",
    "GET,/,404"
  })
  void everyResponseHasAnIdOfTheRegistrysOwn(String method, String path, int status) {
    var request =
        HttpRequest.newBuilder(URI.create(registry.root() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("X-Request-Id", "of-the-sender");

    HttpAnswer first = registry.send(request.build());
    HttpAnswer second = registry.send(request.build());

    assertThat(first).hasStatus(status);
    assertThat(first.response().headers().allValues("X-Request-Id"))
        .singleElement()
        .asString()
        .matches(UUID_FORM);
    assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
  }

  @Test
  void theLogOfARequestHasItsId() {
    Ehr ehr = Ehr.fresh();
    try (var log = LogOfTheTest.listen()) {
      HttpAnswer accepted = registry.submit(ehr.registration());
      HttpAnswer refused =
          registry.submit("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"x\":1}");

      assertThat(log.ofRequest(accepted.header("X-Request-Id").orElseThrow()))
          .singleElement()
          .asString()
          .contains("Submission accepted");
      assertThat(log.ofRequest(refused.header("X-Request-Id").orElseThrow()))
          .singleElement()
          .asString()
          .contains("Submission refused", "element-unknown");
    }
  }

  /** Values that would tell of a person, sent in every way that a sender might choose. */
  @Test
  void noPatientDataIsInLogsOrMetrics() {
    Ehr ehr = registry.register(Ehr.fresh());
    var planted = new ArrayList<String>();
    try (var log = LogOfTheTest.listen()) {
      Draft consultation = ehr.consultation();
      assertThat(registry.submit(consultation)).isAccepted();
      assertThat(registry.submit(consultation)).isAccepted();
      planted.addAll(List.of(ehr.clinicPseudonym(), ehr.registryPseudonym(), ehr.system()));
      Draft session = ehr.session();
      for (String value : List.of("planted-code", "planted-id", "1901-02-03", "planted unit")) {
        planted.add(value);
      }
      int weight = session.indexOf("Observation");
      String observation = "/entry/" + weight + "/resource";
      List<Draft> drafts =
          List.of(
              session.withText(observation + "/code/coding/0/code", "planted-code"),
              session.withText(observation + "/code/text", "planted-text"),
              session.withText(observation + "/status", "planted-status"),
              session.withText(observation + "/effectiveDateTime", "planted-date"),
              session.withText("/entry/0/resource/id", "planted-id"),
              session.withText("/entry/0/fullUrl", "planted-url"),
              session.withText("/entry/0/request/url", "Encounter?identifier=planted-condition"),
              session.withText("/entry/0/planted-key", "planted-value"),
              session.withText(observation + "/subject/reference", "Patient/planted-reference"),
              session.with(observation + "/note/-", "{\"text\":\"planted-note\"}"),
              consultation.with("/entry/0/resource/name/-", "{\"family\":\"planted-name\"}"),
              consultation.withText("/entry/0/resource/birthDate", "1801-02-03"));
      for (Draft draft : drafts) {
        assertThat(registry.submit(draft).status()).isLessThan(500);
      }
      planted.addAll(
          List.of(
              "planted-text",
              "planted-status",
              "planted-date",
              "planted-url",
              "planted-condition",
              "planted-key",
              "planted-value",
              "planted-reference",
              "planted-note",
              "planted-name",
              "1801-02-03"));
      for (String text :
          List.of(
              "{\"planted-broken",
              "<planted-xml",
              "planted-nothing",
              "{\"resourceType\":\"planted-type\"}",
              "{\"planted-twice\":1,\"planted-twice\":2}")) {
        assertThat(registry.submit(text)).isRefused();
        assertThat(registry.post("/Patient/$validate", text)).hasStatus(200);
        assertThat(registry.post("/Patient/$link-pseudonyms", text)).isRefused();
      }
      planted.addAll(
          List.of(
              "planted-broken", "planted-xml", "planted-nothing", "planted-type", "planted-twice"));
      for (String path :
          List.of(
              "/Patient/planted-read",
              "/Patient/planted-read/_history/planted-version",
              "/planted-path",
              "/Patient?identifier=planted-token",
              "/Patient?planted-parameter=planted-search",
              "/Patient?_lastUpdated=planted-when",
              "/Patient?_include=planted-include",
              "/Patient?_sort=planted-sort",
              "?_getpages=planted-page",
              "/metadata?_format=planted-format",
              "/swagger-ui/planted-page.js")) {
        registry.get(
            path, "Accept-Language", "planted-language", "X-Request-Id", "planted-request");
        registry.send("planted", path, new byte[0]);
        registry.put(path, "{}", "If-Match", "planted-match", "If-None-Exist", "planted-exist");
      }
      registry.post(
          "/Patient/_search",
          "identifier=planted-form&planted-field=1",
          "Content-Type",
          "application/x-www-form-urlencoded");
      registry.post("", "planted-nothing", "Content-Type", "planted/type");
      at("/planted-path?planted-parameter=1");
      planted.add("planted");
      changeTogether(ehr.nextPatient(), planted);

      assertThat(log.lines()).hasSizeGreaterThan(15);
      String metrics = at("/actuator/prometheus").text();
      for (String value : planted) {
        assertThat(log.lines()).as(value).noneMatch(line -> line.contains(value));
        assertThat(metrics.contains(value)).as(value + " in metrics").isFalse();
      }
    }
  }

  /** Changes that race for the same record, of which the database turns some away. */
  private void changeTogether(Ehr ehr, List<String> planted) {
    Draft patient = ehr.example("Patient-patient-gb-1");
    assertThat(registry.post("/Patient", patient.text())).isAccepted();
    planted.addAll(List.of(ehr.clinicPseudonym(), ehr.registryPseudonym()));
    for (int round = 0; round < 3; round++) {
      String decade = "19" + (2 + round);
      List<HttpAnswer> answers =
          Together.all(
              IntStream.range(0, 8)
                  .mapToObj(i -> patient.withText("/birthDate", decade + i).text())
                  .map(
                      text ->
                          () -> registry.put("/Patient?identifier=" + ehr.patientToken(), text)));
      assertThat(answers).allMatch(answer -> answer.status() < 500);
    }
  }

  // ---- metrics -------------------------------------------------------------------------------

  @Test
  void submissionsAreCountedByOutcomeAndTimed() {
    Ehr ehr = registry.register(Ehr.fresh());
    double repeated = metric("registry_submissions_seconds_count{outcome=\"repeated\"}");
    double unknown = metric("registry_refusals_total{code=\"element-unknown\"}");

    assertThat(registry.submit(ehr.registration())).isAccepted();
    assertThat(registry.submit("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"x\":1}"))
        .isRefused();
    Draft entry =
        Draft.entry(
            ehr.example("Patient-patient-gb-1").withText("/colour", "red"),
            "PUT",
            ehr.patientUrl());
    assertThat(registry.submit(Draft.bundle("batch", entry))).hasStatus(200);

    assertThat(metric("registry_submissions_seconds_count{outcome=\"repeated\"}"))
        .isEqualTo(repeated + 1);
    assertThat(metric("registry_refusals_total{code=\"element-unknown\"}")).isEqualTo(unknown + 2);
    for (String outcome : List.of("accepted", "repeated", "refused", "batch")) {
      assertThat(metric("registry_submissions_seconds_count{outcome=\"" + outcome + "\"}"))
          .isPositive();
      assertThat(
              metric(
                  "registry_submissions_seconds_bucket{outcome=\"" + outcome + "\",le=\"+Inf\"}"))
          .isPositive();
      assertThat(
              metric(
                  "registry_submissions_seconds_bucket{outcome=\"" + outcome + "\",le=\"0.025\"}"))
          .isNotNegative();
    }
    var labels = new TreeSet<String>();
    at("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith("registry_"))
        .flatMap(
            line ->
                Pattern.compile("(\\w+)=\"").matcher(line).results().map(found -> found.group(1)))
        .forEach(labels::add);
    assertThat(labels).containsExactly("code", "le", "outcome");
  }

  /** NaN where there is none. */
  private double metric(String name) {
    return at("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/auditevents",
        "/beans",
        "/caches",
        "/conditions",
        "/configprops",
        "/env",
        "/flyway",
        "/heapdump",
        "/httpexchanges",
        "/info",
        "/integrationgraph",
        "/logfile",
        "/loggers",
        "/mappings",
        "/metrics",
        "/quartz",
        "/sbom",
        "/scheduledtasks",
        "/sessions",
        "/shutdown",
        "/startup",
        "/threaddump"
      })
  void theRestOfActuatorIsClosed(String endpoint) {
    assertThat(at("/actuator" + endpoint)).hasStatus(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v3/api-docs", "/swagger-ui.html", "/swagger-ui/index.html", "/h2-console"})
  void nothingElseIsServed(String path) {
    assertThat(at(path)).hasStatus(404);
  }

  // ---- health --------------------------------------------------------------------------------

  @Nested
  class Health {
    @Test
    void isUpWithoutDetails() {
      for (String path : List.of("", "/liveness", "/readiness")) {
        assertThat(at("/actuator/health" + path)).hasStatus(200);
        assertThat(at("/actuator/health" + path).text())
            .doesNotContain("PostgreSQL", "details", "path");
      }
    }

    /** As it is before the warm-up has ended, and while the server goes down. */
    @Test
    void isNotReadyWhileItTakesNoTraffic() {
      AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
      try {
        assertThat(at("/actuator/health/readiness")).hasStatus(503);
        assertThat(at("/actuator/health/liveness")).hasStatus(200);
      } finally {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
      }
      assertThat(at("/actuator/health/readiness")).hasStatus(200);
    }

    @Test
    void isAliveButNotReadyWithoutADatabase() throws Exception {
      Ehr ehr = Ehr.fresh();
      String database = registry.jdbc().queryForObject("SELECT current_database()", String.class);
      try (Closeable gone = TestDatabase.gone(database)) {
        List<HttpAnswer> answers =
            Together.all(
                Stream.of(
                    () -> at("/actuator/health/readiness"),
                    () -> at("/actuator/health/liveness"),
                    () -> registry.submit(ehr.registration()),
                    () -> registry.get("/Patient?_count=1"),
                    () -> registry.get("/metadata")));
        assertThat(answers.get(0)).hasStatus(503);
        assertThat(answers.get(1)).hasStatus(200);
        for (HttpAnswer refused : answers.subList(2, 4)) {
          assertThat(refused).isRefused(503).hasIssue("database-unavailable");
          assertThat(refused.header("Retry-After")).isPresent();
        }
        assertThat(answers.get(4)).hasStatus(200);
      } finally {
        // The pool trusts a connection for half a second after its last use.
        context
            .getBean(DataSource.class)
            .unwrap(HikariDataSource.class)
            .getHikariPoolMXBean()
            .softEvictConnections();
      }
      assertThat(registry.submit(ehr.registration())).isAccepted();
      assertThat(at("/actuator/health/readiness")).hasStatus(200);
    }
  }
}
