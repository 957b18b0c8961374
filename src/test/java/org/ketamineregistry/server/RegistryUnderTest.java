package org.ketamineregistry.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The running registry as a sender sees it, and its tables as only a test may. */
@TestComponent
final class RegistryUnderTest {
  static final String JSON = "application/fhir+json";
  static final String XML = "application/fhir+xml";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Environment environment;
  private final JdbcTemplate jdbc;
  private final @Nullable String token;

  @Autowired
  RegistryUnderTest(Environment environment, JdbcTemplate jdbc) {
    this(environment, jdbc, null);
  }

  private RegistryUnderTest(Environment environment, JdbcTemplate jdbc, @Nullable String token) {
    this.environment = environment;
    this.jdbc = jdbc;
    this.token = token;
  }

  /** The same registry, asked with an access token. */
  RegistryUnderTest with(String accessToken) {
    return new RegistryUnderTest(environment, jdbc, accessToken);
  }

  int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  String root() {
    return "http://127.0.0.1:" + port();
  }

  /** The FHIR base. */
  String base() {
    return root() + "/fhir";
  }

  /** Where it finds the network's directory, when a test puts one there. */
  Path networkFolder() {
    return Objects.requireNonNull(
        Path.of(environment.getRequiredProperty("registry.network.directory")).getParent());
  }

  /** Posts a bundle to the base. */
  HttpAnswer submit(Draft bundle) {
    return post("", bundle.text());
  }

  HttpAnswer submit(String bundle) {
    return post("", bundle);
  }

  /** Registers a clinic, and expects no trouble. */
  Ehr register(Ehr ehr) {
    AnswerAssert.assertThat(submit(ehr.registration())).isAccepted();
    return ehr;
  }

  /** A registered clinic with a patient who was seen for the first time. */
  Ehr treating(Ehr ehr) {
    register(ehr);
    AnswerAssert.assertThat(submit(ehr.consultation())).isAccepted();
    return ehr;
  }

  HttpAnswer post(String path, String body, String... headers) {
    return send("POST", path, body.getBytes(StandardCharsets.UTF_8), withJson(headers));
  }

  HttpAnswer put(String path, String body, String... headers) {
    return send("PUT", path, body.getBytes(StandardCharsets.UTF_8), withJson(headers));
  }

  HttpAnswer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  /**
   * Sends a request to a path below the FHIR base.
   *
   * @param path from the base on, with a leading slash where it is not empty
   * @param headers names and values in turn
   */
  HttpAnswer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path.replace("|", "%7C")))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  HttpAnswer send(HttpRequest request) {
    try {
      return new HttpAnswer(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** How many rows the clinical tables have; a refusal or a repeat changes none. */
  Map<String, Long> clinicalRows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table :
        List.of(
            "registry.record",
            "registry.identity",
            "registry.finding",
            "hfj_resource",
            "hfj_res_ver",
            "hfj_spidx_token")) {
      rows.put(table, jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class));
    }
    return rows;
  }

  long receipts() {
    return jdbc.queryForObject("SELECT count(*) FROM registry.receipt", Long.class);
  }

  private static String[] withJson(String... headers) {
    if (List.of(headers).contains("Content-Type")) {
      return headers;
    }
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = JSON;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return all;
  }
}
