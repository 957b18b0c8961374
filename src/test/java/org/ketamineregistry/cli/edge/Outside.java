package org.ketamineregistry.cli.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * What stands outside the clinic: a registry that takes most of what it is sent, refuses some, goes
 * away for once, and remembers every byte.
 */
final class Outside implements AutoCloseable {
  private static final int REFUSED_EACH = 7;

  private final HttpServer server;
  private final StringBuilder bytes = new StringBuilder();
  private int awayAt = Integer.MAX_VALUE;
  private int received;

  Outside() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::take);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  /** From so many on nothing is taken, until this is said again. */
  synchronized void awayAt(int number) {
    awayAt = number;
  }

  synchronized int received() {
    return received;
  }

  /** Everything that came in: addresses, headers and bodies. */
  synchronized String bytes() {
    return bytes.toString();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int number = note(exchange, body);
    boolean away = number >= awayAt;
    boolean refused = number % REFUSED_EACH == 0;
    String answer =
        away || refused
            ? """
              {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"value",
               "details":{"coding":[{"system":"https://ketamine-registry.example/fhir/CodeSystem/error-code-cs","code":"value-invalid"}],"text":"No."},
               "expression":["Bundle.entry[0].resource"]}]}"""
            : "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[]}";
    byte[] text = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    // A body that follows its head over a connection that stays waits for the other side, 40 ms.
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(away ? 403 : refused ? 422 : 200, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private synchronized int note(HttpExchange exchange, String body) {
    bytes.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    bytes.append('\n').append(exchange.getRequestHeaders().entrySet()).append('\n');
    bytes.append(body).append('\n');
    return received++;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
