package org.ketamineregistry.cli.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;

/**
 * A realm of Keycloak, as its administrator keeps it by the admin REST API. An administrator's
 * session lasts a minute, so one is made for each registration.
 */
public final class KeycloakRealm {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NO_CONTENT = 204;
  private static final String ROLES = "/role-mappings/realm";

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
    replace(registration.id(), registration.asClient());
    String account =
        call("GET", "/clients/" + clientId(registration.id()) + "/service-account-user", null)
            .path("id")
            .asText();
    grant(account, registration.role());
  }

  /** Registers an application; one that is there already becomes what is said here. */
  public void register(Application application) {
    replace(application.id(), application.asClient());
  }

  /**
   * Registers a person. One who is there already gets this role and clinic in the place of the old
   * ones, and is signed out: a session that was begun with less asks for no second factor.
   *
   * @param temporary the password until the first sign-in, asked for where one is needed
   * @param anew whether a person who is there already gets a new one too
   */
  public void register(Person person, Supplier<String> temporary, boolean anew) {
    JsonNode found = call("GET", "/users?exact=true&username=" + encoded(person.name()), null);
    boolean isNew = found.isEmpty();
    ObjectNode user =
        isNew
            ? JsonNodeFactory.instance.objectNode().put("enabled", true)
            : found.get(0).deepCopy();
    person.describe(user);
    if (isNew || anew) {
      user.putArray("credentials")
          .addObject()
          .put("type", "password")
          .put("temporary", true)
          .put("value", temporary.get());
    }
    if (isNew) {
      call("POST", "/users", user);
      grant(userId(person.name()), person.role());
      return;
    }
    String id = user.path("id").asText();
    // First the old role goes: if what follows fails, the person has too little and not too much.
    call("DELETE", "/users/" + id + ROLES, registryRoles(id));
    call("PUT", "/users/" + id, user);
    grant(id, person.role());
    call("POST", "/users/" + id + "/logout", null);
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

  /** An update leaves scopes and mappers as they are, so a client that is there is made anew. */
  private void replace(String client, JsonNode representation) {
    String id = clientId(client);
    if (id != null) {
      call("DELETE", "/clients/" + id, null);
    }
    call("POST", "/clients", representation);
  }

  private void grant(String user, Role role) {
    JsonNode granted = call("GET", "/roles/" + role.code(), null);
    call("POST", "/users/" + user + ROLES, JsonNodeFactory.instance.arrayNode().add(granted));
  }

  private ArrayNode registryRoles(String user) {
    ArrayNode roles = JsonNodeFactory.instance.arrayNode();
    for (JsonNode role : call("GET", "/users/" + user + ROLES, null)) {
      if (Role.claimed(role.path("name").asText()).isPresent()) {
        roles.add(role);
      }
    }
    return roles;
  }

  private String userId(String name) {
    return call("GET", "/users?exact=true&username=" + encoded(name), null)
        .path(0)
        .path("id")
        .asText();
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
