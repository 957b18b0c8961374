package org.ketamineregistry.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the identity providers of the demonstration on the loopback address, each below a path of
 * its own, at the addresses that Keycloak has.
 */
final class IssuerServer implements AutoCloseable {
  private static final String PROTOCOL = "/protocol/openid-connect/";
  private static final int LARGEST_FORM = 64 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  private IssuerServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(workers);
  }

  /**
   * Starts serving.
   *
   * @throws IOException where the port is taken
   */
  static IssuerServer start(int port, Collection<Issuer> issuers) throws IOException {
    var server = new IssuerServer(port);
    issuers.forEach(server::add);
    server.server.start();
    return server;
  }

  private void add(Issuer issuer) {
    String path = issuer.address().getPath();
    serve(
        path + "/.well-known/openid-configuration",
        exchange -> answer(exchange, 200, json(issuer.configuration())));
    serve(path + PROTOCOL + "certs", exchange -> answer(exchange, 200, issuer.keys()));
    serve(path + PROTOCOL + "token", exchange -> grant(exchange, issuer));
  }

  /** The server takes a path for all that begin with it. */
  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (exchange.getRequestURI().getPath().equals(path)) {
              handler.handle(exchange);
            } else {
              exchange.sendResponseHeaders(404, -1);
            }
          }
        });
  }

  private static void grant(HttpExchange exchange, Issuer issuer) throws IOException {
    if (!"POST".equals(exchange.getRequestMethod())) {
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
    Issuer.Answer answer =
        body.length > LARGEST_FORM
            ? Issuer.Answer.refused(400, "invalid_request")
            : issuer.token(form(new String(body, StandardCharsets.UTF_8)));
    answer(exchange, answer.status(), json(answer.body()));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        form.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What cannot be read is nothing that anybody asked for.
      return "";
    }
  }

  private static String json(Map<String, Object> content) throws JsonProcessingException {
    return JSON.writeValueAsString(content);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
