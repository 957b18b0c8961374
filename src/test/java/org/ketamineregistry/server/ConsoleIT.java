package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.XML;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.conformance.Examples;

/** The page for developers who validate, as it is delivered. */
@RegistryTest
class ConsoleIT {
  private final RegistryUnderTest registry;

  ConsoleIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  private HttpAnswer send(String method, String path) {
    return registry.send(
        HttpRequest.newBuilder(URI.create(registry.root() + path))
            .method(method, BodyPublishers.noBody())
            .build());
  }

  /** AccessIT has the other answer. */
  @Test
  void saysThatTheRegistryIsOpen() throws Exception {
    assertThat(catalogue().path("open").asBoolean()).isTrue();
  }

  private JsonNode catalogue() throws Exception {
    return new ObjectMapper().readTree(send("GET", "/console/catalogue").text());
  }

  @ParameterizedTest
  @CsvSource({
    "/validate, text/html",
    "/console/validate.css, text/css",
    "/console/validate.js, text/javascript",
    "/console/icon.svg, image/svg+xml",
    "/console/catalogue, application/json",
    "/console/examples/Patient-patient-gb-1.json, text/plain",
    "/console/examples/Patient-patient-gb-1.xml, text/plain"
  })
  void runsItsOwnScriptAndTalksToItselfOnly(String path, String type) {
    HttpAnswer answer = send("GET", path);

    assertThat(answer).hasStatus(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith(type).contains("UTF-8");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .contains("form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.text()).doesNotContainPattern("(?:src|href|url)\\s*[=(]\\s*[\"']?https?:");
    assertThat(send("HEAD", path)).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/",
        "/console/validate.html",
        "/console/application.yml",
        "/console/..%2fapplication.yml",
        "/console/%2e%2e/application.yml",
        "/console/examples/",
        "/console/examples/Patient-patient-gb-1",
        "/console/examples/Patient-patient-gb-1.yaml",
        "/console/examples/..%2f..%2f..%2fapplication.json",
        "/console/examples/..%5c..%5cpackage.json",
        "/console/examples/no-such.json",
        "/console/examples/.json",
        "/console/examples/%00.json",
        "/validate/x"
      })
  void hasNothingElse(String path) {
    assertThat(send("GET", path)).isRefused(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void takesNothing(String method) {
    for (String path : List.of("/validate", "/console/catalogue", "/console/validate.js")) {
      assertThat(send(method, path)).isRefused(405);
    }
  }

  @Test
  void offersEveryProfileThatARecordCanMeet() throws Exception {
    assertThat(catalogue().path("profiles").findValuesAsText("url"))
        .doesNotHaveDuplicates()
        .containsAll(
            registry
                .get("/metadata")
                .resource(org.hl7.fhir.r4.model.CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .flatMap(resource -> resource.getSupportedProfile().stream())
                .map(profile -> profile.getValue())
                .toList());
    for (JsonNode profile : catalogue().path("profiles")) {
      assertThat(profile.path("title").asText()).isNotBlank();
    }
  }

  /** Each is valid, in either format, as the page would ask. */
  @Test
  void offersEveryValidExample() throws Exception {
    List<String> offered = new ArrayList<>();
    for (JsonNode example : catalogue().path("examples")) {
      String file = example.path("file").asText();
      String address = "/" + example.path("type").asText() + "/$validate";
      offered.add(file + ".json");
      HttpAnswer json =
          registry.post(address, send("GET", "/console/examples/" + file + ".json").text());
      HttpAnswer xml =
          registry.post(
              address,
              send("GET", "/console/examples/" + file + ".xml").text(),
              "Content-Type",
              XML,
              "Accept",
              "application/fhir+json");
      for (HttpAnswer answer : List.of(json, xml)) {
        assertThat(answer).hasStatus(200);
        assertThat(answer.issues())
            .as("%s: %s", file, answer)
            .allMatch(issue -> issue.severity().equals("information"));
      }
    }
    assertThat(offered)
        .containsAll(
            Examples.valid().stream()
                .filter(file -> file.toString().contains("example"))
                .map(file -> file.getFileName().toString())
                .toList());
  }
}
