package org.ketamineregistry.cli.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.refusal.Notice;

/**
 * Delivers what adapters make to a registry over HTTP.
 *
 * <p>A registry answers what it accepted before by the first receipt, and says where a record of it
 * was changed since. Then it is sent once more under another identifier: an older value is brought
 * back, as the source says.
 */
public final class RegistryDelivery implements Delivery {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Statuses that would be the same for every transaction. */
  private static final Set<Integer> OF_THE_SENDER = Set.of(301, 302, 307, 308, 403, 404, 405, 415);

  private final Courier courier;
  private final Registry registry;

  private RegistryDelivery(Courier courier, Registry registry) {
    this.courier = courier;
    this.registry = registry;
  }

  /** Delivers to a registry, as often as it takes. */
  public static RegistryDelivery to(Connection connection, Patience patience) {
    return new RegistryDelivery(new Courier(connection, patience), connection.registry());
  }

  @Override
  public Answer send(ObjectNode bundle) throws Unreachable, InterruptedException {
    HttpResponse<String> response = post(bundle);
    if (isAccepted(response) && has(Notice.Code.SUPERSEDED, read(response.body()))) {
      ObjectNode again = bundle.deepCopy();
      if (again.path("identifier") instanceof ObjectNode identifier) {
        identifier.put("value", UUID.randomUUID().toString());
      }
      response = post(again);
    }
    if (!isAccepted(response)) {
      return refused(response);
    }
    JsonNode answer = read(response.body());
    boolean same = has(Notice.Code.REPEATED, answer) || has(Notice.Code.UNCHANGED, answer);
    return new Answer(same ? Outcome.UNCHANGED : Outcome.ACCEPTED, List.of());
  }

  private static boolean isAccepted(HttpResponse<String> response) {
    return response.statusCode() / 100 == 2;
  }

  private HttpResponse<String> post(ObjectNode bundle) throws Unreachable, InterruptedException {
    var payload =
        new Payload(
            "",
            bundle.toString().getBytes(StandardCharsets.UTF_8),
            "",
            MediaType.JSON,
            "POST",
            registry.forBundles(),
            false);
    try {
      HttpResponse<String> answer = courier.carry(payload);
      if (Courier.isPassing(answer.statusCode())) {
        throw new Unreachable(
            "The registry is busy or away (" + answer.statusCode() + "); run the same again later.",
            new IOException("status " + answer.statusCode()));
      }
      if (OF_THE_SENDER.contains(answer.statusCode())) {
        throw new Unreachable(
            "The registry takes nothing from this sender at this address ("
                + answer.statusCode()
                + ")"
                + Issue.read(answer.body()).stream()
                    .findFirst()
                    .map(issue -> ": " + issue.code() + ": " + issue.text())
                    .orElse(""),
            new IOException("status " + answer.statusCode()));
      }
      return answer;
    } catch (Unusable e) {
      throw new Unreachable(e.reason(), e);
    }
  }

  private static Answer refused(HttpResponse<String> answer) {
    List<Issue> issues = Issue.read(answer.body());
    return new Answer(
        Outcome.REFUSED,
        issues.isEmpty()
            ? List.of(
                new Fault(
                    "http",
                    "row",
                    "The registry refused it with the status "
                        + answer.statusCode()
                        + " and gave no reason."))
            : issues.stream()
                .map(issue -> new Fault(issue.code(), issue.expression(), issue.text()))
                .toList());
  }

  private static boolean has(Notice.Code notice, JsonNode answer) {
    for (JsonNode entry : answer.path("entry")) {
      for (JsonNode issue : entry.path("response").path("outcome").path("issue")) {
        for (JsonNode coding : issue.path("details").path("coding")) {
          if (coding.path("code").asText().equals(notice.code())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static JsonNode read(String body) throws Unreachable {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Unreachable("What answers is no registry: its answer is no JSON.", e);
    }
  }
}
