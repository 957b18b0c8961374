package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.ClientKey;
import org.ketamineregistry.identity.Identity;

/** Where an identity provider is configured: who gets in, and what those read who do not. */
@GuardedRegistryTest
class AccessIT {
  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;
  private final MovableClock clock;
  private final Ehr ehr = Ehr.fresh();

  AccessIT(RegistryUnderTest registry, MovableClock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @AfterEach
  void now() {
    clock.moveBack();
  }

  @Test
  void aClinicRegisteredByTheStewardSubmitsWithItsToken() {
    RegistryUnderTest clinic =
        registry.with(
            identity.token(
                Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, "system/*.crus"));

    assertThat(registry.with(steward("system/*.cruds")).submit(ehr.registration())).isAccepted();
    assertThat(clinic.submit(ehr.consultation())).isAccepted();
    assertThat(clinic.get("/Patient?identifier=" + ehr.patientToken())).hasStatus(200);
  }

  @Nested
  class WithoutAToken {

    @ParameterizedTest
    @CsvSource({
      "GET, ''",
      "GET, /",
      "GET, /Patient",
      "HEAD, /Patient",
      "GET, /Patient/1",
      "GET, /Patient/1/_history",
      "GET, /Patient/1/$validate",
      "GET, /Task/1",
      "GET, /metadata/",
      "GET, /metadata/Patient",
      "GET, /StructureDefinition/../Patient",
      "GET, /StructureDefinitions",
      "GET, /nowhere",
      "OPTIONS, /Patient",
      "POST, ''",
      "POST, /Patient",
      "POST, /Patient/_search",
      "POST, /Patient/$link-pseudonyms",
      "POST, /Patient/1/$validate",
      "POST, /metadata",
      "PUT, /Patient/1",
      "PATCH, /Patient/1",
      "DELETE, /Patient/1",
      "BREW, /Patient"
    })
    void nothingIsReadOrWritten(String method, String path) {
      RawHttp.Answer answer =
          RawHttp.exchange(
              registry.port(),
              method,
              "/fhir" + path,
              "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "Content-Type: application/fhir+json");

      if (path.contains("..")) {
        assertThat(answer.status()).isEqualTo(400);
        return;
      }
      assertThat(answer.status()).as(answer.text()).isEqualTo(401);
      assertThat(answer.text()).contains("WWW-Authenticate: Bearer realm=");
      if (!method.equals("HEAD")) {
        assertThat(answer.text()).contains("OperationOutcome", "\"token-missing\"");
      }
    }

    @Test
    void theAnswerIsInTheFormatThatIsAskedFor() {
      assertThat(registry.get("/Patient", "Accept", "application/fhir+xml").text())
          .startsWith("<OperationOutcome");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/fhir/metadata",
          "/fhir/.well-known/smart-configuration",
          "/fhir/StructureDefinition",
          "/fhir/StructureDefinition?url=x",
          "/fhir/ValueSet",
          "/fhir/CodeSystem",
          "/fhir/Questionnaire",
          "/fhir/Measure",
          "/fhir/api-docs",
          "/fhir/swagger-ui/",
          "/validate",
          "/console/catalogue",
          "/guide/",
          "/actuator/health",
          "/actuator/health/readiness"
        })
    void whatIsPublicIsRead(String path) {
      HttpAnswer answer = root("GET", path);

      // A jar without the guide's site says so by 404.
      assertThat(answer).hasStatus(200, path.equals("/guide/") ? 404 : 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/env", "/nowhere", "/", "/error"})
    void whatIsNotOnTheListNeedsOne(String path) {
      assertThat(root("GET", path)).isRefused(401).hasOnlyIssue("token-missing");
    }

    @Test
    void aVerdictOnWhatIsSentIsGiven() {
      assertThat(registry.post("/Bundle/$validate", ehr.consultation().text())).hasStatus(200);
    }
  }

  @Nested
  class Forged {

    @Test
    void tokensAreRefused() throws Exception {
      String genuine = steward("system/*.rs");
      String[] parts = genuine.split("\\.");
      JWTClaimsSet claims = SignedJWT.parse(genuine).getJWTClaimsSet();
      ClientKey attacker = ClientKey.fresh(JWSAlgorithm.RS256);
      String payload =
          new JWTClaimsSet.Builder(claims)
              .claim("registry_role", "auditor")
              .build()
              .toPayload()
              .toBase64URL()
              .toString();
      for (String token :
          new String[] {
            new PlainJWT(claims).serialize(),
            Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + ".",
            attacker.sign(claims),
            parts[0] + "." + payload + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            "x",
            "a.b.c",
            "x".repeat(5_000)
          }) {
        HttpAnswer answer = registry.with(token).get("/Patient");

        assertThat(answer).isRefused(401).hasOnlyIssue("token-invalid").doesNotSay(token + "\"");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("invalid_token");
      }
    }

    /** What is public stays so, but who shows a token is held to it. */
    @Test
    void tokensAreRefusedWhereNoneIsNeeded() {
      assertThat(registry.with("x").get("/metadata")).isRefused(401);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearer",
          "Bearer ",
          "Bearer a b",
          "Bearer: x",
          "Bearer ä",
          "Basic YWRtaW46YWRtaW4=",
          "x",
          ""
        })
    void headersAreRefused(String header) {
      RawHttp.Answer answer =
          RawHttp.exchange(
              registry.port(), "GET", "/fhir/Patient", new byte[0], "Authorization: " + header);

      assertThat(answer.status()).as(answer.text()).isEqualTo(401);
      assertThat(answer.text()).contains("OperationOutcome");
    }

    @Test
    void tokensThatAreTooLargeAreRefused() {
      RawHttp.Answer answer =
          RawHttp.exchange(
              registry.port(),
              "GET",
              "/fhir/Patient",
              new byte[0],
              "Authorization: Bearer " + "x".repeat(100_000));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("\"invalid-request\"");
    }

    @Test
    void tokensAreNotTakenFromTheAddressOrTheBody() {
      String token = steward("system/*.rs");

      assertThat(registry.get("/Patient?access_token=" + token)).isRefused(401);
      assertThat(
              registry.post(
                  "/Patient/_search",
                  "access_token=" + token,
                  "Content-Type",
                  "application/x-www-form-urlencoded"))
          .isRefused(401);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/fhir//Patient",
          "//fhir/Patient",
          "/fhir/./Patient",
          "/fhir/metadata/../Patient",
          "/fhir/metadata;/../Patient",
          "/fhir/metadata;x=/Patient",
          "/fhir;x/Patient",
          "/fhir/%2e%2e/fhir/Patient",
          "/fhir/metadata%2f..%2fPatient",
          "/fhir/StructureDefinition%2f..%2fPatient",
          "/fhir/metadata%00/Patient",
          "/%66hir/Patient",
          "/fhi%72/Patient",
          "/FHIR/Patient",
          "/guide/../fhir/Patient",
          "/guide/%2e%2e/fhir/Patient",
          "/guide/..;/fhir/Patient",
          "/console/..%5cfhir/Patient",
          "/fhir/Patient/1/$validate%2f..",
          "/fhir/%50atient"
        })
    void pathsLeadNowhere(String path) {
      RawHttp.Answer answer = RawHttp.exchange(registry.port(), "GET", path, new byte[0]);

      assertThat(answer.status()).as(answer.text()).isIn(400, 401, 404);
      assertThat(answer.text()).contains("OperationOutcome").doesNotContain("\"Bundle\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X-Forwarded-For: 127.0.0.1",
          "X-Forwarded-Host: localhost",
          "X-Forwarded-Proto: https",
          "X-Forwarded-Prefix: /fhir/metadata",
          "Forwarded: for=127.0.0.1;host=localhost;proto=https",
          "X-Original-URL: /fhir/metadata",
          "X-Rewrite-URL: /fhir/metadata",
          "X-HTTP-Method-Override: GET",
          "X-Forwarded-User: steward"
        })
    void headersOfAProxyOpenNothing(String header) {
      RawHttp.Answer answer =
          RawHttp.exchange(registry.port(), "POST", "/fhir/Patient", new byte[0], header);

      assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void hostsAreNotEchoed() {
      String request =
          "GET /fhir/.well-known/smart-configuration HTTP/1.1\r\nHost: evil.example\r\n"
              + "Connection: close\r\n\r\n";

      RawHttp.Answer answer =
          RawHttp.talk(
              registry.port(),
              out -> out.write(request.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

      assertThat(answer.text()).doesNotContain("evil.example");
    }
  }

  /** Many logins at once, most of them forged: each gets its own answer. */
  @Test
  void manyAtOnceAreToldApart() throws Exception {
    String genuine = steward("system/Patient.s");
    String forged = ClientKey.fresh(JWSAlgorithm.RS256).sign(new JWTClaimsSet.Builder().build());
    ExecutorService pool = Executors.newFixedThreadPool(24);
    try {
      List<Callable<Integer>> asks =
          IntStream.range(0, 600)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          registry
                              .with(i % 10 == 0 ? genuine : forged)
                              .get("/Patient?_count=1")
                              .status())
              .toList();
      List<Future<Integer>> answers = pool.invokeAll(asks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i % 10 == 0 ? 200 : 401);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Nested
  class Genuine {

    @Test
    void tokensExpire() {
      String token = steward("system/*.rs");
      assertThat(registry.with(token).get("/Patient")).hasStatus(200);

      clock.moveTo(Instant.now().plus(Duration.ofMinutes(6)));

      assertThat(registry.with(token).get("/Patient")).isRefused(401).hasOnlyIssue("token-expired");
    }

    @Test
    void tokensForAnotherServerAreRefused() {
      var client = identity.register(Role.STEWARD, null);
      changeClient(
          client.id(),
          """
          {"protocolMappers": [{"name": "other", "protocol": "openid-connect",
            "protocolMapper": "oidc-audience-mapper",
            "config": {"included.custom.audience": "https://other.example/fhir",
              "access.token.claim": "true"}}]}""");
      String id = clientId(client.id());
      identity
          .realm()
          .call("DELETE", "/clients/" + id + "/default-client-scopes/" + scopeId("registry"), null);

      assertThat(registry.with(identity.ask(client, "purpose/HSYSADMIN").token()).get("/Patient"))
          .isRefused(401)
          .hasOnlyIssue("token-invalid");
    }

    @Test
    void tokensThatLiveLongerThanFiveMinutesAreRefused() {
      var client = identity.register(Role.STEWARD, null);
      changeClient(client.id(), "{\"attributes\": {\"access.token.lifespan\": \"3600\"}}");

      assertThat(
              registry
                  .with(identity.ask(client, "purpose/HSYSADMIN system/*.rs").token())
                  .get("/Patient"))
          .isRefused(401)
          .hasOnlyIssue("token-invalid");
    }

    @Test
    void tokensWithoutAPurposeAreRefused() {
      var client = identity.register(Role.STEWARD, null);

      assertThat(registry.with(identity.ask(client, "system/*.rs").token()).get("/Patient"))
          .isRefused(403)
          .hasOnlyIssue("purpose-missing");
    }

    @Test
    void tokensOfTwoRolesAreRefused() {
      var client = identity.register(Role.STEWARD, null);
      var realm = identity.realm();
      JsonNode account =
          realm.call("GET", "/clients/" + clientId(client.id()) + "/service-account-user", null);
      realm.call(
          "POST",
          "/users/" + account.path("id").asText() + "/role-mappings/realm",
          JsonNodeFactory.instance.arrayNode().add(realm.call("GET", "/roles/auditor", null)));

      assertThat(
              registry
                  .with(identity.ask(client, "purpose/HSYSADMIN system/*.rs").token())
                  .get("/Patient"))
          .isRefused(403)
          .hasOnlyIssue("role-missing");
    }

    @Test
    void tokensGoOnAfterTheKeysOfTheRealmWereRotated() throws ParseException {
      String before = steward("system/*.rs");

      identity
          .realm()
          .call(
              "POST",
              "/components",
              json(
                  """
                  {"name": "rsa-next", "providerId": "rsa-generated",
                    "providerType": "org.keycloak.keys.KeyProvider",
                    "config": {"priority": ["%d"], "algorithm": ["RS256"], "keySize": ["2048"]}}"""
                      .formatted(Instant.now().getEpochSecond())));
      String after = steward("system/*.rs");

      assertThat(SignedJWT.parse(after).getHeader().getKeyID())
          .isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
      assertThat(registry.with(after).get("/Patient")).hasStatus(200);
      assertThat(registry.with(before).get("/Patient")).hasStatus(200);
    }
  }

  @Nested
  class Scopes {

    @ParameterizedTest
    @CsvSource({
      "system/Patient.rs, GET, /Observation, system/Observation.s",
      "system/Patient.s, GET, /Patient/1, system/Patient.r",
      "system/Patient.s, GET, /Patient/1/_history/1, system/Patient.r",
      "system/Patient.s, GET, /Patient/1/$validate, system/Patient.r",
      "system/Patient.r, GET, /Patient?identifier=x, system/Patient.s",
      "system/Patient.r, GET, /%50atient, system/Patient.s",
      "system/Patient.r, POST, /Patient/_search, system/Patient.s",
      "system/Patient.rs, POST, /Patient, system/Patient.c",
      "system/Patient.rs, PUT, /Patient?identifier=x, system/Patient.u",
      "system/Patient.c, PUT, /Patient/1, system/Patient.u"
    })
    void thatAreMissingAreNamed(String scope, String method, String path, String needed) {
      RawHttp.Answer answer =
          RawHttp.exchange(
              registry.port(),
              method,
              "/fhir" + path,
              new byte[0],
              "Content-Type: application/fhir+json",
              "Authorization: Bearer " + clinic(scope));

      assertThat(answer.status()).as(answer.text()).isEqualTo(403);
      assertThat(answer.text()).contains("\"scope-missing\"", needed + ",", "insufficient_scope");
    }

    @Test
    void thatAreThereLetIn() {
      assertThat(registry.with(steward("system/Patient.s")).get("/Patient")).hasStatus(200);
      assertThat(registry.with(steward("system/Patient.r")).get("/Patient/none")).isRefused(404);
      assertThat(registry.with(steward("system/Patient.r")).get("/StructureDefinition"))
          .hasStatus(200);
    }
  }

  @Nested
  class Discovery {

    @Test
    void theConsoleCallsNothingOpen() throws IOException {
      HttpAnswer answer =
          registry.send(
              HttpRequest.newBuilder(URI.create(registry.root() + "/console/catalogue")).build());
      assertThat(json(answer.text()).path("open").asBoolean(true)).isFalse();
    }

    @Test
    void tellsAClientWhereItGetsAToken() throws IOException {
      HttpAnswer answer = registry.get("/.well-known/smart-configuration");
      JsonNode document = json(answer.text());

      assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
      assertThat(document.path("token_endpoint").asText()).isEqualTo(identity.tokenEndpoint());
      assertThat(document.path("issuer").asText()).isEqualTo(identity.issuer());
      assertThat(document.path("jwks_uri").asText()).startsWith(identity.issuer());
      assertThat(texts(document.path("token_endpoint_auth_signing_alg_values_supported")))
          .containsExactly("RS384", "ES384");
      assertThat(texts(document.path("scopes_supported")))
          .containsExactlyElementsOf(SmartScopes.supported());
      assertThat(texts(document.path("capabilities")))
          .contains("client-confidential-asymmetric", "permission-v2");
    }

    @Test
    void saysItInTheCapabilityStatementToo() {
      var security =
          registry
              .get("/metadata")
              .resource(CapabilityStatement.class)
              .getRestFirstRep()
              .getSecurity();

      assertThat(security.getCors()).isFalse();
      assertThat(security.getServiceFirstRep().getCodingFirstRep().getCode())
          .isEqualTo("SMART-on-FHIR");
      assertThat(security.getDescription()).doesNotContain("Open mode");
    }
  }

  @Test
  void everyAnswerHasTheHeadersThatKeepABrowserFromHarm() {
    for (HttpAnswer answer :
        new HttpAnswer[] {
          registry.get("/metadata"),
          registry.get("/Patient"),
          registry.with(steward("system/*.rs")).get("/Patient", "Origin", "https://evil.example"),
          root("GET", "/validate")
        }) {
      var headers = answer.response().headers();
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("frame-ancestors 'none'");
      assertThat(headers.map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
    assertThat(registry.with(steward("system/*.rs")).get("/Patient").header("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
  }

  private String clinic(String scope) {
    assertThat(registry.with(steward("system/*.cruds")).submit(ehr.registration())).isAccepted();
    return identity.token(Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, scope);
  }

  private String steward(String scope) {
    return identity.token(Role.STEWARD, null, Purpose.ADMINISTRATION, scope);
  }

  private HttpAnswer root(String method, String path) {
    return registry.send(
        HttpRequest.newBuilder(URI.create(registry.root() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private void changeClient(String client, String change) {
    var realm = identity.realm();
    String id = clientId(client);
    var changed =
        (com.fasterxml.jackson.databind.node.ObjectNode) realm.call("GET", "/clients/" + id, null);
    JsonNode asked = json(change);
    if (asked.has("protocolMappers")) {
      asked
          .path("protocolMappers")
          .forEach(
              mapper -> realm.call("POST", "/clients/" + id + "/protocol-mappers/models", mapper));
    }
    if (asked.has("attributes")) {
      ((com.fasterxml.jackson.databind.node.ObjectNode) changed.path("attributes"))
          .setAll((com.fasterxml.jackson.databind.node.ObjectNode) asked.path("attributes"));
      realm.call("PUT", "/clients/" + id, changed);
    }
  }

  private String clientId(String client) {
    return identity
        .realm()
        .call("GET", "/clients?clientId=" + client, null)
        .path(0)
        .path("id")
        .asText();
  }

  private String scopeId(String name) {
    return StreamSupport.stream(
            identity.realm().call("GET", "/client-scopes", null).spliterator(), false)
        .filter(scope -> scope.path("name").asText().equals(name))
        .map(scope -> scope.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
