package org.ketamineregistry.cli.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ketamineregistry.cli.registry.CallerOptions;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Where a steward's commands speak to the registry: the options of all of them, and one request.
 */
final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

  @Option(
      names = "--at",
      required = true,
      paramLabel = "URL",
      description = "The FHIR base of one's own registry, such as http://localhost:8080/fhir.")
  private String url = "";

  @Mixin private CallerOptions caller = new CallerOptions("purpose/PUBHLTH system/*.cruds");

  /** An empty list of parameters. */
  static ObjectNode parameters() {
    ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
    parameters.putArray("parameter");
    return parameters;
  }

  /** Adds a parameter. */
  static ObjectNode add(ObjectNode parameters, String name, String type, String value) {
    ((ArrayNode) parameters.path("parameter")).addObject().put("name", name).put(type, value);
    return parameters;
  }

  /** Adds a parameter that is true or false. */
  static ObjectNode add(ObjectNode parameters, String name, boolean value) {
    ((ArrayNode) parameters.path("parameter"))
        .addObject()
        .put("name", name)
        .put("valueBoolean", value);
    return parameters;
  }

  /**
   * Sends an operation and prints what it answered.
   *
   * @param path of the operation, from the base on
   * @return the exit code
   */
  int perform(CommandSpec command, String path, ObjectNode parameters) throws InterruptedException {
    var terminal = new Terminal(command);
    caller.check(terminal);
    try {
      print(command.commandLine().getOut(), answer(path, parameters));
      return 0;
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain(
          "Nobody answers at " + url + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private JsonNode answer(String path, ObjectNode parameters)
      throws Unusable, IOException, InterruptedException {
    Connection registry = caller.at(url);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.registry().forOperation(path))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/fhir+json")
            .header("Accept", "application/fhir+json")
            .POST(BodyPublishers.ofString(parameters.toString()));
    registry.sender().authorization().ifPresent(value -> request.header("Authorization", value));
    HttpResponse<String> answer =
        registry.http().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode body = json(answer.body());
    if (answer.statusCode() != 200) {
      throw new Unusable(
          "The registry answers %d: %s"
              .formatted(
                  answer.statusCode(), body.path("issue").path(0).path("diagnostics").asText("")));
    }
    return body;
  }

  private static void print(PrintWriter out, JsonNode answer) {
    if (answer.path("parameter").isEmpty()) {
      out.println("No question waits, and nothing was decided for all questions of a peer.");
    }
    for (JsonNode one : answer.path("parameter")) {
      out.println(one.path("name").asText());
      for (JsonNode part : one.path("part")) {
        out.printf("  %-13s %s%n", part.path("name").asText(), value(part));
      }
    }
    out.flush();
  }

  private static String value(JsonNode part) {
    if (part.has("part")) {
      return StreamSupport.stream(part.path("part").spliterator(), false)
          .map(Desk::value)
          .collect(Collectors.joining(" = "));
    }
    return part.properties().stream()
        .filter(field -> field.getKey().startsWith("value"))
        .map(field -> field.getValue().asText())
        .findFirst()
        .orElse("");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
