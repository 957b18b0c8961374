package org.ketamineregistry.cli.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A realm of Keycloak, as its administrator keeps it by the admin REST API. An administrator's
 * session lasts a minute, so one is made for each registration.
 */
public final class KeycloakRealm {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NO_CONTENT = 204;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI admin;
  private final String authorization;

  private KeycloakRealm(URI issuer, String user, String password) {
    String[] parts = issuer.toString().split("/realms/", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "An issuer is an address such as https://host/realms/name.");
    }
    admin = URI.create(parts[0] + "/admin/realms/" + parts[1]);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(parts[0] + "/realms/master/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli&username="
                        + encoded(user)
                        + "&password="
                        + encoded(password)))
            .build();
    authorization = "Bearer " + send(request).path("access_token").asText();
  }

  /**
   * Signs in.
   *
   * @param issuer the realm's address, for example {@code https://host/realms/ketamine-registry}
   * @param user an administrator in the realm {@code master}
   * @throws UncheckedIOException where Keycloak cannot be reached
   * @throws IllegalStateException where it refuses
   */
  public static KeycloakRealm signedIn(URI issuer, String user, String password) {
    return new KeycloakRealm(issuer, user, password);
  }

  /** Registers a client; one that is there already becomes what is said here. */
  public void register(Registration registration) {
    String id = clientId(registration.id());
    if (id == null) {
      call("POST", "/clients", registration.asClient());
      id = clientId(registration.id());
    } else {
      // An update leaves scopes and mappers as they are, so the client is made anew.
      call("DELETE", "/clients/" + id, null);
      call("POST", "/clients", registration.asClient());
      id = clientId(registration.id());
    }
    String account =
        call("GET", "/clients/" + id + "/service-account-user", null).path("id").asText();
    JsonNode role = call("GET", "/roles/" + registration.role().code(), null);
    call(
        "POST",
        "/users/" + account + "/role-mappings/realm",
        JsonNodeFactory.instance.arrayNode().add(role));
  }

  /** Whether a client is registered. */
  public boolean knows(String client) {
    return clientId(client) != null;
  }

  /**
   * Calls the admin REST API.
   *
   * @param path below the realm
   * @return the answer; missing where it is empty
   */
  public JsonNode call(String method, String path, @Nullable JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(admin + path))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build());
  }

  private @Nullable String clientId(String client) {
    JsonNode found = call("GET", "/clients?clientId=" + encoded(client), null);
    return found.isEmpty() ? null : found.get(0).path("id").asText();
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() > NO_CONTENT) {
        throw new IllegalStateException(
            "Keycloak answers "
                + response.statusCode()
                + " to "
                + request.method()
                + " "
                + request.uri().getPath()
                + reason(response.body()));
      }
      String text = response.body();
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static String reason(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      String text = answer.path("error_description").asText(answer.path("errorMessage").asText());
      return text.isEmpty() ? "" : ": " + text;
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
