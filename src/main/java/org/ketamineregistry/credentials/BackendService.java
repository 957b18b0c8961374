package org.ketamineregistry.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A system that asks one registry for things, and gets an access token for it by its private key
 * (SMART App Launch 2.2, Backend Services). A token is used until shortly before it ends. For any
 * number of threads.
 */
public final class BackendService {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final Duration ASSERTION = Duration.ofMinutes(1);

  /** A token that ends while a request is on its way is of no use. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String client;
  private final String scope;
  private final SigningKey key;
  private final HttpClient http;
  private final Clock clock;
  private final Predicate<URI> permitted;
  private @Nullable Token token;

  /**
   * @param base the FHIR base of the registry, without a slash at its end
   * @param client the client's id
   * @param scope what is asked for, with one {@code purpose/…}
   * @param http by which the registry and its identity provider are asked
   */
  public BackendService(
      URI base, String client, String scope, SigningKey key, HttpClient http, Clock clock) {
    this(base, client, scope, key, http, clock, address -> true);
  }

  /**
   * The same, for a registry that may name only certain addresses for tokens.
   *
   * @param permitted whether an assertion may be sent to an address
   */
  public BackendService(
      URI base,
      String client,
      String scope,
      SigningKey key,
      HttpClient http,
      Clock clock,
      Predicate<URI> permitted) {
    this.permitted = permitted;
    this.base = base;
    this.client = client;
    this.scope = scope;
    this.key = key;
    this.http = http;
    this.clock = clock;
  }

  /** A token and what is said of it take a few thousand bytes. */
  private static final int LARGEST_ANSWER = 1024 * 1024;

  private record Token(String text, Instant until) {}

  /**
   * A token that is good for a request now.
   *
   * @throws NoToken where none can be had
   */
  public synchronized String token() throws NoToken, InterruptedException {
    if (token == null || clock.instant().isAfter(token.until())) {
      token = ask();
    }
    return token.text();
  }

  /** Forgets the token, which the registry has refused. */
  public synchronized void forget() {
    token = null;
  }

  private Token ask() throws NoToken, InterruptedException {
    JsonNode conf = answered(HttpRequest.newBuilder(configuration()), "The registry");
    URI endpoint = confidential(conf.path("token_endpoint").asText());
    if (!permitted.test(endpoint)) {
      throw NoToken.forGood(
          "The registry names an address for tokens that is not known as its own.");
    }
    String issuer = conf.path("issuer").asText();
    Instant now = clock.instant();
    String assertion =
        key.sign(
            new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(issuer.isEmpty() ? endpoint.toString() : issuer)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION)))
                .build());
    JsonNode granted =
        answered(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        form(
                            Map.of(
                                "grant_type",
                                "client_credentials",
                                "scope",
                                scope,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                assertion)))),
            "The identity provider");
    String text = granted.path("access_token").asText();
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw NoToken.forGood("The identity provider gave no access token.");
    }
    return new Token(text, until(now, granted.path("expires_in").asLong()));
  }

  private static Instant until(Instant now, long seconds) {
    Duration life = Duration.ofSeconds(seconds);
    return now.plus(
        life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2));
  }

  private URI configuration() throws NoToken {
    return confidential(base + "/.well-known/smart-configuration");
  }

  /** An assertion and a token travel over https, or on this machine. */
  private static URI confidential(String address) throws NoToken {
    try {
      URI uri = URI.create(address);
      if ("https".equals(uri.getScheme())
          || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw NoToken.forGood("The registry names no address for tokens.");
    }
    throw NoToken.forGood("A token does not travel in the clear: use https.");
  }

  private JsonNode answered(HttpRequest.Builder request, String who)
      throws NoToken, InterruptedException {
    HttpResponse<String> answer = sent(request, who);
    int status = answer.statusCode();
    JsonNode body = json(answer.body());
    if (status == 200 && body.isObject()) {
      return body;
    }
    if (status == 429 || status >= 500) {
      throw NoToken.forNow(who + " gives no token for the moment (" + status + ").");
    }
    String error = body.path("error").asText();
    throw NoToken.forGood(
        who
            + " gives no token ("
            + status
            + (error.matches("[a-z_]{1,60}") ? ", " + error + "" : "")
            + "): check the client's id, the key with its id, and the scopes.");
  }

  private HttpResponse<String> sent(HttpRequest.Builder request, String who)
      throws NoToken, InterruptedException {
    // The timeout of a request ends with the headers; this one is for the body too.
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request.header("Accept", "application/json").build(), AnswerBody.of(LARGEST_ANSWER));
    try {
      return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw NoToken.forNow(who + " does not answer in time.");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof AnswerBody.TooLarge) {
        throw NoToken.forGood(who + " sends more than a token.");
      }
      throw NoToken.forNow(who + " does not answer (" + cause.getClass().getSimpleName() + ").");
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
