package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what the CapabilityStatement says, and nothing else. */
@RegistryTest
class OpenApiIT {
  private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href)=\"(?:https?:)?//");

  private final RegistryUnderTest registry;
  private final CapabilityStatement statement;
  private final OpenAPI document;

  OpenApiIT(RegistryUnderTest registry) throws Exception {
    this.registry = registry;
    statement = registry.get("/metadata").resource(CapabilityStatement.class);
    document = Yaml.mapper().readValue(registry.get("/api-docs").text(), OpenAPI.class);
  }

  @Test
  void isYamlInUtf8() {
    HttpAnswer answer = registry.get("/api-docs");

    assertThat(answer).hasStatus(200);
    assertThat(answer.header("Content-Type").orElseThrow()).isEqualTo("text/yaml;charset=UTF-8");
    assertThat(document.getOpenapi()).startsWith("3.0");
    assertThat(document.getInfo().getTitle()).isEqualTo("Ketamine Registry");
    assertThat(document.getServers())
        .singleElement()
        .matches(server -> server.getUrl().equals(registry.base()));
  }

  @Test
  void saysInASentenceWhatEachOperationDoes() {
    assertThat(document.getPaths().values())
        .flatMap(PathItem::readOperations)
        .extracting(Operation::getSummary)
        .allSatisfy(
            summary -> assertThat(summary).isNotBlank().doesNotContain("://").hasSizeLessThan(250));
  }

  @Test
  void hasTheOperationsOfTheStatement() {
    Set<String> expected = new TreeSet<>(List.of("GET /metadata", "POST /", "GET /$export"));
    for (var resource : statement.getRestFirstRep().getResource()) {
      offered(resource).forEach(expected::add);
    }
    Set<String> found = new TreeSet<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .keySet()
                    .forEach(method -> found.add(method + " " + path)));

    assertThat(found)
        .isEqualTo(expected)
        .noneMatch(operation -> operation.matches("(DELETE|PATCH).*"));
  }

  private static Stream<String> offered(CapabilityStatementRestResourceComponent resource) {
    String at = " /" + resource.getType();
    Stream<String> interactions =
        resource.getInteraction().stream()
            .flatMap(
                interaction ->
                    switch (interaction.getCode()) {
                      case READ -> Stream.of("GET" + at + "/{id}");
                      case VREAD -> Stream.of("GET" + at + "/{id}/_history/{version}");
                      case HISTORYINSTANCE -> Stream.of("GET" + at + "/{id}/_history");
                      case SEARCHTYPE -> Stream.of("GET" + at, "POST" + at + "/_search");
                      case CREATE -> Stream.of("POST" + at);
                      case UPDATE ->
                          resource.getConditionalUpdate()
                              ? Stream.of("PUT" + at, "PUT" + at + "/{id}")
                              : Stream.of("PUT" + at + "/{id}");
                      default -> throw new AssertionError(interaction.getCode());
                    });
    return Stream.concat(
        interactions,
        resource.getOperation().stream()
            .flatMap(
                operation ->
                    switch (operation.getName()) {
                      case "validate" ->
                          isRead(resource)
                              ? Stream.of(
                                  "POST" + at + "/$validate",
                                  "GET" + at + "/{id}/$validate",
                                  "POST" + at + "/{id}/$validate")
                              : Stream.of("POST" + at + "/$validate");
                      case "status" ->
                          Stream.of("GET" + at + "/{id}/$status", "GET" + at + "/$status");
                      case "disclosures", "everything", "events" ->
                          Stream.of("GET" + at + "/{id}/$" + operation.getName());
                      case "decide",
                          "evaluate-protected",
                          "evaluate-exact",
                          "ask-network",
                          "set-peer-policy" ->
                          Stream.of("POST" + at + "/{id}/$" + operation.getName());
                      case "export", "viewdefinition-export" ->
                          Stream.of(
                              "GET"
                                  + at
                                  + (resource.getType().equals("Group") ? "/{id}" : "")
                                  + "/$"
                                  + operation.getName());
                      default -> Stream.of("POST" + at + "/$" + operation.getName());
                    }));
  }

  private static boolean isRead(CapabilityStatementRestResourceComponent resource) {
    return resource.getInteraction().stream()
        .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.READ);
  }

  @Test
  void hasTheSearchParametersOfTheStatement() {
    for (var resource : statement.getRestFirstRep().getResource()) {
      if (resource.hasSearchParam()) {
        var stated =
            new ArrayList<>(resource.getSearchParam().stream().map(one -> one.getName()).toList());
        stated.add("_count");
        if (resource.hasSearchInclude()) {
          stated.addAll(List.of("_include", "_revinclude"));
        }
        assertThat(search("/" + resource.getType()))
            .extracting(Parameter::getName)
            .containsExactlyInAnyOrderElementsOf(stated);
      }
    }
  }

  private List<Parameter> search(String path) {
    return Optional.ofNullable(document.getPaths().get(path))
        .map(PathItem::getGet)
        .map(Operation::getParameters)
        .orElse(List.of());
  }

  @Test
  void declaresTheParametersOfEachPath() {
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperations()
                    .forEach(
                        operation -> {
                          List<Parameter> parameters =
                              operation.getParameters() == null
                                  ? List.of()
                                  : operation.getParameters();
                          assertThat(
                                  parameters.stream()
                                      .filter(one -> one.getIn().equals("path"))
                                      .map(one -> "{" + one.getName() + "}"))
                              .as(path)
                              .containsExactlyInAnyOrderElementsOf(
                                  Pattern.compile("\\{\\w+}")
                                      .matcher(path)
                                      .results()
                                      .map(found -> found.group())
                                      .toList());
                          assertThat(operation.getResponses()).containsKeys("2XX", "default");
                        }));
  }

  @Test
  void hasAPageThatAsksNobodyElse() {
    HttpAnswer page = registry.get("/swagger-ui/", "Accept", "text/html");

    assertThat(page).hasStatus(200);
    assertThat(page.text()).contains("/api-docs");
    assertThat(page.text().replace(registry.base(), "")).doesNotContainPattern(ELSEWHERE);
    for (String file :
        List.of(
            "swagger-ui.css",
            "index.css",
            "swagger-ui-bundle.js",
            "swagger-ui-standalone-preset.js")) {
      assertThat(page.text()).contains(file);
      assertThat(registry.get("/swagger-ui/" + file)).hasStatus(200);
    }
  }

  @Test
  void leadsABrowserToThePage() {
    HttpAnswer answer = registry.get("", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");

    assertThat(answer).hasStatus(302);
    assertThat(answer.header("Location").orElseThrow()).endsWith("/fhir/swagger-ui/");
    assertThat(registry.get("/swagger-ui/nothing.js")).isRefused(404);
  }
}
