package org.ketamineregistry.cli.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ketamineregistry.cli.push.Patience;
import org.ketamineregistry.cli.registry.Sender;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.credentials.AnswerBody;

/**
 * A FHIR server that is read. What proves who asks goes to its own origin alone, by https or on
 * this machine; no redirect is followed. A server that is busy or away is asked again for a while.
 */
final class SourceServer {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
  private static final int UNAUTHORISED = 401;
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final HttpClient http;
  private final URI base;
  private final Sender sender;
  private final Patience patience;

  SourceServer(HttpClient http, URI base, Sender sender, Patience patience) {
    this.http = http;
    this.base = base;
    this.sender = sender;
    this.patience = patience;
  }

  /** An answer that was read whole. */
  record Answer(int status, HttpHeaders headers, String body) {}

  /** The address of something below the base. */
  URI at(String path) {
    return URI.create(base + "/" + path);
  }

  URI base() {
    return base;
  }

  Patience patience() {
    return patience;
  }

  /** Whether an address is of this server: the same scheme, host and port. */
  boolean isOwn(URI address) {
    return origin(address).equals(origin(base));
  }

  /**
   * An address that the server named, which has to be its own.
   *
   * @param what it is of, for the words of a refusal
   */
  URI own(String address, String what) throws Unusable {
    URI named = parsed(address, what);
    URI whole = named.isAbsolute() ? named : base.resolve(named);
    if (!isOwn(whole)) {
      throw new Unusable(
          "The source names an address for "
              + what
              + " that is at another origin than "
              + origin(base)
              + ". Nothing is sent there.");
    }
    return whole;
  }

  /**
   * An address of a file, which may be elsewhere where it needs no token: by https, or on this
   * machine where the source is there too.
   */
  URI file(String address, boolean needsToken) throws Unusable {
    URI named = parsed(address, "a file");
    URI whole = named.isAbsolute() ? named : base.resolve(named);
    if (isOwn(whole)) {
      return whole;
    }
    boolean near = LOOPBACK.contains(String.valueOf(base.getHost()));
    boolean safe =
        "https".equals(whole.getScheme())
            || (near && LOOPBACK.contains(String.valueOf(whole.getHost())));
    if (needsToken || !safe || whole.getUserInfo() != null) {
      throw new Unusable(
          "The source names a file at another origin than "
              + origin(base)
              + (needsToken
                  ? ", and says that it needs the token, which goes to no other origin."
                  : ", and not by https."));
    }
    return whole;
  }

  private static URI parsed(String address, String what) throws Unusable {
    try {
      return URI.create(address.replace("|", "%7C").replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new Unusable("The source names an address for " + what + " that is none.", e);
    }
  }

  private static String origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  /**
   * Asks, and asks again while the server is busy or away.
   *
   * @return the last answer, also where it is of a busy server
   * @throws IOException where nobody answers
   * @throws Unusable where the server does not know who asks
   */
  Answer get(URI address, Map<String, String> headers)
      throws IOException, Unusable, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> asked = Optional.empty();
      try {
        Answer answer = once("GET", address, headers);
        if (!isPassing(answer.status()) || patience.isOver(attempt)) {
          return answer;
        }
        asked = retryAfter(answer.headers());
      } catch (AnswerBody.TooLarge e) {
        throw new Unusable("The source answers with more than anybody can read at once.", e);
      } catch (IOException e) {
        if (patience.isOver(attempt)) {
          throw new IOException("Nobody answers at " + origin(address), e);
        }
      }
      Thread.sleep(patience.wait(attempt, asked).toMillis());
    }
  }

  /** Asks once, with a proof that is renewed once where the server does not know it. */
  Answer once(String method, URI address, Map<String, String> headers)
      throws IOException, Unusable, InterruptedException {
    HttpResponse<String> answer =
        send(method, address, headers, AnswerBody.of(LARGEST_ANSWER), ANSWER_WITHIN);
    return new Answer(answer.statusCode(), answer.headers(), answer.body());
  }

  /** Sends a request whose body goes elsewhere; the caller looks after how long that takes. */
  <T> HttpResponse<T> send(
      String method, URI address, Map<String, String> headers, BodyHandler<T> body, Duration within)
      throws IOException, Unusable, InterruptedException {
    boolean renewed = false;
    while (true) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(ANSWER_WITHIN)
              .method(method, HttpRequest.BodyPublishers.noBody());
      headers.forEach(request::header);
      boolean own = isOwn(address);
      if (own) {
        sender.authorization().ifPresent(value -> request.header("Authorization", value));
      }
      HttpResponse<T> answer = awaited(http.sendAsync(request.build(), body), within);
      if (answer.statusCode() != UNAUTHORISED) {
        return answer;
      }
      if (renewed || !own || !sender.renew()) {
        throw new Unusable(
            "The source does not know who asks (401): check --from-token-file, or --from-client-id"
                + " and --from-key.");
      }
      renewed = true;
    }
  }

  static boolean isPassing(int status) {
    return PASSING.contains(status);
  }

  static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .flatMap(value -> Patience.retryAfter(value, Instant.now()));
  }

  private static <T> HttpResponse<T> awaited(
      CompletableFuture<HttpResponse<T>> answer, Duration within)
      throws IOException, InterruptedException {
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("There is no whole answer in time.", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("The request failed.", e);
    }
  }
}
