package org.ketamineregistry.network.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A member of the network that answers as it is told, and can be killed and started again. */
public final class FakeMember implements AutoCloseable {
  /** A request as it came in. */
  public record Received(String method, String target, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** What it answers. */
  public record Answer(int status, String body, String... headers) {}

  /** Decides what to answer, and may take its time. */
  public interface Rule {
    Answer answer(Received request) throws IOException, InterruptedException;
  }

  private final String id;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Rule rule;
  private volatile HttpServer server;
  private volatile ExecutorService workers = Executors.newCachedThreadPool();
  private final int port;

  public FakeMember(String id, Rule rule) {
    this.id = id;
    this.rule = rule;
    server = started(0);
    port = server.getAddress().getPort();
  }

  /** Answers all the same. */
  public static FakeMember answering(String id, String body) {
    return new FakeMember(id, request -> new Answer(200, body));
  }

  private HttpServer started(int at) {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      made.createContext("/", this::answer);
      made.setExecutor(workers);
      made.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String id() {
    return id;
  }

  public String base() {
    return "http://127.0.0.1:" + port + "/fhir";
  }

  public void answersBy(Rule other) {
    rule = other;
  }

  public List<Received> received() {
    return received;
  }

  /** Stops at once, whatever is under way. */
  public void kill() {
    server.stop(0);
    workers.shutdownNow();
  }

  /** Starts again at the same address. */
  public void start() {
    workers = Executors.newCachedThreadPool();
    server = started(port);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(request);
      Answer answer = rule.answer(request);
      for (int i = 0; i + 1 < answer.headers().length; i += 2) {
        exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
