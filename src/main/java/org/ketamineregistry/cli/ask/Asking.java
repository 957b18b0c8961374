package org.ketamineregistry.cli.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Unusable;

/** Asks one's own registry, polls what it works on, and tells of each member once. */
final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
  private static final int LONGEST_WAIT = 30;

  private final Connection own;
  private final PrintWriter progress;
  private final long started = System.nanoTime();
  private final Set<String> told = new HashSet<>();

  /**
   * @param own registry, which asks the others
   */
  Asking(Connection own, PrintWriter progress) {
    this.own = own;
    this.progress = progress;
  }

  /**
   * The answer, when something is known of every member.
   *
   * @throws Unusable where the registry gives none
   */
  NetworkAnswer ask(Question question) throws Unusable, IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    own.registry()
                        .forOperation("Measure/" + question.indicator() + "/$ask-network"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(question.text())));
    while (answer.statusCode() == 202) {
      tellTask(json(answer.body()));
      URI address = polled(answer);
      Thread.sleep(Duration.ofSeconds(wait(answer)).toMillis());
      answer = send(HttpRequest.newBuilder(address).GET());
    }
    JsonNode body = json(answer.body());
    if (answer.statusCode() != 200) {
      throw new Unusable(
          "The registry answers %d: %s"
              .formatted(
                  answer.statusCode(), body.path("issue").path(0).path("diagnostics").asText("")));
    }
    NetworkAnswer result = new NetworkAnswer(answer.body(), body);
    result.members().forEach(member -> tell(member.id(), member.status()));
    return result;
  }

  /** A registry names an address of its own; a token goes to no other. */
  private URI polled(HttpResponse<String> answer) throws Unusable {
    String address = answer.headers().firstValue("Content-Location").orElse("");
    if (!address.startsWith(own.registry().base() + "/")) {
      throw new Unusable("The registry names no address of its own to ask again at.");
    }
    return URI.create(address);
  }

  private static long wait(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Math.min(LONGEST_WAIT, Long.parseLong(value)))
        .orElse(1L);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws Unusable, IOException, InterruptedException {
    request.timeout(ANSWER_WITHIN).header("Accept", "application/fhir+json");
    own.sender().authorization().ifPresent(value -> request.header("Authorization", value));
    return own.http().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private void tellTask(JsonNode task) {
    for (JsonNode member : task.path("contained")) {
      String status = member.path("businessStatus").path("coding").path(0).path("code").asText("");
      if (!status.isEmpty()) {
        tell(member.path("owner").path("identifier").path("value").asText(), status);
      }
    }
  }

  private void tell(String member, String status) {
    if (told.add(member + " " + status)) {
      progress.printf(
          "%s: %s (%d s)%n", member, status, (System.nanoTime() - started) / 1_000_000_000L);
      progress.flush();
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
