package org.ketamineregistry.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.cli.identity.Application;
import org.ketamineregistry.cli.identity.KeycloakRealm;
import org.ketamineregistry.cli.identity.Person;
import org.ketamineregistry.cli.identity.PublicKeys;
import org.ketamineregistry.cli.identity.Registration;

/**
 * The identity provider of the tests: a Keycloak with the realm of the repository, one for a test
 * run. Clients are registered as the command line does it, and ask for tokens as SMART Backend
 * Services says.
 */
public final class Identity {
  /** The registry's FHIR base as tokens name it; the port of a test's server is another. */
  public static final String AUDIENCE = "https://registry.example/fhir";

  /** The administrator of the provider, who registers clients. */
  public static final String ADMINISTRATOR = Keycloak.ADMINISTRATOR;

  public static final String PASSWORD = Keycloak.PASSWORD;

  private static final Path REALM = Path.of("src/main/keycloak/ketamine-registry-realm.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final AtomicInteger clients = new AtomicInteger();
  private final Map<String, Client> known = new ConcurrentHashMap<>();
  private final Map<Role, String> applications = new ConcurrentHashMap<>();
  private final Map<String, SignedIn> people = new ConcurrentHashMap<>();
  private final Keycloak keycloak;

  private Identity(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  /** A client with its key. */
  public record Client(String id, ClientKey key) {

    /** A file with its private key, which goes with the test run. */
    public Path keyFile() {
      try {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), id, ".jwk");
        Files.writeString(file, key.jwk().toJSONString());
        file.toFile().deleteOnExit();
        return file.toAbsolutePath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the token endpoint answered. */
  public record TokenAnswer(int status, JsonNode body) {
    public String token() {
      if (status != 200) {
        throw new AssertionError("No token: " + this);
      }
      return body.path("access_token").asText();
    }

    public String error() {
      return body.path("error").asText();
    }
  }

  /** The one of this test run; the first who asks waits for its start. */
  public static Identity provider() {
    return Shared.IDENTITY;
  }

  public String issuer() {
    return keycloak.root() + "/realms/ketamine-registry";
  }

  public String tokenEndpoint() {
    return issuer() + "/protocol/openid-connect/token";
  }

  /**
   * A token of a client with this role, which is registered when it is first asked for.
   *
   * @param clinic {@code system|value}; null for a role that speaks for none
   * @param scopes for example {@code system/Patient.rs}
   */
  public String token(Role role, @Nullable String clinic, Purpose purpose, String... scopes) {
    Client client = known.computeIfAbsent(role + " " + clinic, key -> register(role, clinic));
    return ask(client, purpose.scope() + " " + String.join(" ", scopes)).token();
  }

  /** Registers a client with a fresh key, of RS384 and ES384 in turn. */
  public Client register(Role role, @Nullable String clinic) {
    int number = clients.incrementAndGet();
    var key = ClientKey.fresh(number % 2 == 0 ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384);
    var client = new Client(role.code() + "-" + number, key);
    realm().register(new Registration(client.id(), role, clinic, PublicKeys.of(key.publicKeys())));
    return client;
  }

  /** Registers an application for persons of these roles. */
  public String application(Role... roles) {
    String id = "application-" + clients.incrementAndGet();
    realm().register(new Application(id, Set.of(roles), List.of(URI.create(Launch.REDIRECT))));
    return id;
  }

  /** Registers a person, who is at a fresh browser with a temporary password. */
  public SignedIn person(Role role, @Nullable String clinic) {
    var person = new Person(role.code() + "." + clients.incrementAndGet(), role, clinic);
    String temporary = "temporary-" + UUID.randomUUID();
    realm().register(person, () -> temporary, false);
    return new SignedIn(this, person, temporary);
  }

  /**
   * A token of an application for a person with this role, who signs in when first asked for.
   *
   * @param clinic {@code system|value}; null for a role that speaks for none
   * @param scopes for example {@code user/Patient.rs}
   */
  public synchronized String personToken(
      Role role, @Nullable String clinic, Purpose purpose, String... scopes) {
    String application = applications.computeIfAbsent(role, this::application);
    return people
        .computeIfAbsent(role + " " + clinic, key -> person(role, clinic))
        .token(application, purpose, scopes);
  }

  /** The person's id, which tokens name as {@code sub}. */
  public String subject(SignedIn one) {
    return realm()
        .call("GET", "/users?exact=true&username=" + one.person().name(), null)
        .path(0)
        .path("id")
        .asText();
  }

  /** A launch of an application. */
  public Launch launch(String application) {
    return new Launch(this, application);
  }

  /** Asks for a token by the client's signed assertion. */
  public TokenAnswer ask(Client client, String scope) {
    return ask(client.key().assertion(client.id(), issuer()), scope);
  }

  public TokenAnswer ask(String assertion, String scope) {
    return post(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion,
            "scope",
            scope));
  }

  public TokenAnswer post(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(tokenEndpoint()))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return new TokenAnswer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The realm as its administrator sees it. */
  public KeycloakRealm realm() {
    return signedIn(issuer());
  }

  private KeycloakRealm signedIn(String issuer) {
    return KeycloakRealm.signedIn(URI.create(issuer), Keycloak.ADMINISTRATOR, Keycloak.PASSWORD);
  }

  private void importRealm() throws IOException {
    String realm = Files.readString(REALM).replace("${REGISTRY_FHIR_BASE}", AUDIENCE);
    signedIn(keycloak.root() + "/realms/").call("POST", "", JSON.readTree(realm));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static final class Shared {
    private static final Identity IDENTITY = new Identity(Keycloak.start());

    static {
      try {
        IDENTITY.importRealm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
