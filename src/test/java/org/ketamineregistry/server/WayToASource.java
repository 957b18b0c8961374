package org.ketamineregistry.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a registry that is exported from, hands everything on, and remembers by which
 * tokens it was asked. On demand it keeps who asks waiting, and refuses a token.
 */
final class WayToASource implements AutoCloseable {
  private static final Set<String> HANDED_ON = Set.of("accept", "prefer", "authorization", "range");
  private static final Set<String> HANDED_BACK =
      Set.of("content-type", "content-location", "expires", "retry-after", "etag");

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final String registry;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Duration wait = Duration.ZERO;

  /**
   * @param registry the registry's address, without a path
   */
  WayToASource(String registry) throws IOException {
    this.registry = registry;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handOn);
    server.start();
  }

  /** The FHIR base, as it looks from here. */
  String base() {
    return root() + "/fhir";
  }

  private String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  WayToASource waitsBeforeTheManifest(Duration before) {
    wait = before;
    return this;
  }

  /** As a source does that does not take a token any more. */
  WayToASource refusesTheFirstFileOnce() {
    toRefuse.set(1);
    return this;
  }

  /** How often it refused. */
  int refused() {
    return refused.get();
  }

  /** The tokens by which it was asked, in order. */
  List<String> tokens() {
    return List.copyOf(tokens);
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (token != null) {
        tokens.add(token.substring("Bearer ".length()));
      }
      boolean isFile = exchange.getRequestURI().getPath().endsWith(".ndjson");
      if (isFile && toRefuse.getAndDecrement() > 0) {
        refused.incrementAndGet();
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      HttpResponse<String> answered = asked(exchange);
      String body = answered.body().replace(registry, root());
      if (body.contains("transactionTime")) {
        Thread.sleep(wait.toMillis());
      }
      for (Map.Entry<String, List<String>> header : answered.headers().map().entrySet()) {
        if (HANDED_BACK.contains(header.getKey().toLowerCase(Locale.ROOT))) {
          exchange
              .getResponseHeaders()
              .add(header.getKey(), header.getValue().get(0).replace(registry, root()));
        }
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answered.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> asked(HttpExchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(registry + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.noBody());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
