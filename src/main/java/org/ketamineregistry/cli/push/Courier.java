package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Unusable;

/** Carries files to the registry, and tries again where that may help. */
final class Courier {
  /** Too slow, too much, not now: the statuses that say nothing about the file. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

  private static final int UNAUTHORISED = 401;
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  private final Connection connection;
  private final Patience patience;

  Courier(Connection connection, Patience patience) {
    this.connection = connection;
    this.patience = patience;
  }

  /** Whether a status says nothing about what was sent. */
  static boolean isPassing(int status) {
    return PASSING.contains(status);
  }

  /**
   * Delivers one file.
   *
   * @throws Unusable if nobody answers, or the registry does not know who is sending
   */
  Verdict deliver(Payload payload) throws Unusable, InterruptedException {
    HttpResponse<String> answer = carry(payload, body(payload));
    return Verdict.of(payload, answer.statusCode(), answer.body());
  }

  /**
   * Delivers, and hears the whole answer.
   *
   * @throws Unusable as {@link #deliver}
   */
  HttpResponse<String> carry(Payload payload) throws Unusable, InterruptedException {
    return carry(payload, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> carry(Payload payload, BodyHandler<String> body)
      throws Unusable, InterruptedException {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> asked = Optional.empty();
      try {
        HttpResponse<String> answer = send(payload, body);
        if (answer.statusCode() == UNAUTHORISED) {
          if (!renewed && connection.sender().renew()) {
            renewed = true; // A new token that is not known either is no matter of time.
            continue;
          }
          throw new Unusable(
              "The registry does not know the sender (401): check --token-file, or --client-id and"
                  + " --key.");
        }
        if (!isPassing(answer.statusCode()) || patience.isOver(attempt)) {
          return answer;
        }
        asked =
            answer
                .headers()
                .firstValue("Retry-After")
                .flatMap(header -> Patience.retryAfter(header, Instant.now()));
      } catch (IOException e) {
        if (patience.isOver(attempt)) {
          throw new Unusable(
              "Nobody answers at " + connection.registry().base() + " (" + e + ")", e);
        }
      }
      Thread.sleep(patience.wait(attempt, asked).toMillis());
    }
  }

  private HttpResponse<String> send(Payload payload, BodyHandler<String> body)
      throws IOException, InterruptedException, Unusable {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(payload.target())
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", payload.mediaType().header())
            .header("Accept", MediaType.JSON.header())
            .method(payload.method(), BodyPublishers.ofByteArray(payload.bytes()));
    connection.sender().authorization().ifPresent(value -> request.header("Authorization", value));
    return connection.http().send(request.build(), body);
  }

  /** The answer to an accepted transaction tells nothing that is needed here. */
  private static BodyHandler<String> body(Payload payload) {
    return info ->
        info.statusCode() / 100 == 2 && !payload.batch()
            ? BodySubscribers.replacing("")
            : BodyHandlers.ofString(StandardCharsets.UTF_8).apply(info);
  }
}
