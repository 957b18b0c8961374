package org.ketamineregistry.cli.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that plays what it is told to, well-behaved or not, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Deque<Act>> acts = new ConcurrentHashMap<>();
  private final Map<String, Taking> takings = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What it does when it is asked. */
  public interface Act {
    void play(HttpExchange exchange) throws IOException;
  }

  /** What it does when something is sent. */
  public interface Taking {
    void take(HttpExchange exchange, byte[] body) throws IOException;
  }

  /** What it was asked. */
  public record Request(String method, String target, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(one -> one.getKey().equalsIgnoreCase(name))
          .map(one -> one.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::play);
    server.start();
  }

  /** The FHIR base. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  URI at(String path) {
    return URI.create(base() + path);
  }

  /** What it does at a path, one after the other; the last one stays. */
  public ScriptedServer on(String path, Act... inTurn) {
    acts.put("/fhir" + path, new ArrayDeque<>(Arrays.asList(inTurn)));
    return this;
  }

  /** What it does with all that is sent to a path. */
  public ScriptedServer onPost(String path, Taking taking) {
    takings.put("/fhir" + path, taking);
    return this;
  }

  /** What it was asked at a path. */
  public List<Request> asked(String path) {
    return requests.stream()
        .filter(request -> URI.create(request.target()).getPath().equals("/fhir" + path))
        .toList();
  }

  /** All that it was asked. */
  public List<Request> asked() {
    return requests;
  }

  private void play(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Taking taking = takings.get(exchange.getRequestURI().getPath());
    Deque<Act> script = acts.get(exchange.getRequestURI().getPath());
    try {
      if (taking != null) {
        taking.take(exchange, body);
      } else if (script == null) {
        answer(404, "", "{\"resourceType\":\"OperationOutcome\"}").play(exchange);
      } else {
        Act act;
        synchronized (script) {
          act = script.size() > 1 ? script.remove() : Objects.requireNonNull(script.peek());
        }
        act.play(exchange);
      }
    } finally {
      exchange.close();
    }
  }

  /** An answer; headers as {@code Name: value} by lines. */
  public static Act answer(int status, String headers, String body) {
    return exchange -> {
      headers
          .lines()
          .filter(line -> line.contains(": "))
          .forEach(
              line -> {
                String[] parts = line.split(": ", 2);
                exchange.getResponseHeaders().add(parts[0], parts[1]);
              });
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Act ndjson(String body) {
    return answer(200, "Content-Type: application/fhir+ndjson", body);
  }

  public static Act json(String body) {
    return answer(200, "Content-Type: application/fhir+json", body);
  }

  /** Ends in the middle of a body. */
  static Act cutOff(String body, int after) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/fhir+ndjson");
      exchange.getResponseHeaders().add("ETag", "\"one\"");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, after);
      exchange.getResponseBody().flush();
    };
  }

  /** Goes on where it is asked to. */
  static Act rest(String body) {
    return exchange -> {
      String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/fhir+ndjson");
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
      exchange.sendResponseHeaders(206, bytes.length - from);
      exchange.getResponseBody().write(bytes, from, bytes.length - from);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
