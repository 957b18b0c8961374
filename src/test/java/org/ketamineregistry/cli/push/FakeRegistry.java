package org.ketamineregistry.cli.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as it is told and remembers what it was sent. */
final class FakeRegistry implements AutoCloseable {
  /** A request as it came in. */
  record Received(
      String method,
      String target,
      String contentType,
      @Nullable String authorization,
      String body) {}

  /** What to answer. */
  record Answer(int status, String body, @Nullable String retryAfter) {
    static Answer status(int status) {
      return new Answer(status, "", null);
    }
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> first = new ConcurrentLinkedQueue<>();
  private volatile Function<Received, Answer> rule = request -> Answer.status(200);

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/fhir", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  String base() {
    return "http://localhost:" + server.getAddress().getPort() + "/fhir";
  }

  /** Answers the next request so, before the rule counts. */
  void answerNext(Answer answer) {
    first.add(answer);
  }

  void answerAll(Function<Received, Answer> answers) {
    rule = answers;
  }

  List<Received> received() {
    return received;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(request);
      Answer next = first.poll();
      Answer answer = next == null ? rule.apply(request) : next;
      if (answer.retryAfter() != null) {
        exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
