package org.ketamineregistry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.CallerReader;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;
import org.ketamineregistry.cli.identity.PublicKeys;
import org.ketamineregistry.cli.identity.Registration;
import org.ketamineregistry.identity.Identity.Client;
import org.ketamineregistry.identity.Identity.TokenAnswer;

/** The realm of the repository in a real Keycloak: who gets a token, and what it says. */
class RealmIT {
  private static final String CLINIC = "https://clinics.example|GB-1";

  private final Identity identity = Identity.provider();

  @Test
  void givesAClinicATokenOfFiveMinutesForTheRegistryAlone() throws ParseException {
    String token =
        identity.token(Role.SUBMITTING_CLINIC, CLINIC, Purpose.TREATMENT, "system/Patient.crus");

    JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly(Identity.AUDIENCE);
    assertThat(claims.getIssuer()).isEqualTo(identity.issuer());
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isBetween(285_000L, 300_000L);
    assertThat(claims.getStringClaim("scope").split(" "))
        .containsExactlyInAnyOrder("purpose/TREAT", "system/Patient.crus");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.EXCLUDE,
      names = {"PUBLIC", "OPEN", "CLINICIAN"})
  void tellsTheSystemOfEachRoleAndPurpose(Role role) throws ParseException {
    String clinic = role.isOfAClinic() ? CLINIC : null;
    for (Purpose purpose : role.purposes()) {
      String token = identity.token(role, clinic, purpose);

      var caller = CallerReader.caller(SignedJWT.parse(token).getJWTClaimsSet().getClaims());

      assertThat(caller.role()).isEqualTo(role);
      assertThat(caller.clinic()).isEqualTo(clinic);
      assertThat(caller.purpose()).isEqualTo(purpose);
      assertThat(caller.user()).isNull();
      assertThat(caller.client()).startsWith(role.code());
    }
  }

  @Test
  void givesNoRefreshToken() {
    TokenAnswer answer = identity.ask(identity.register(Role.ANALYST, null), "purpose/PUBHLTH");

    assertThat(answer.token()).isNotEmpty();
    assertThat(answer.body().has("refresh_token")).isFalse();
    assertThat(answer.body().path("expires_in").asInt()).isLessThan(300);
  }

  @Nested
  class Scopes {

    @Test
    void thatARoleMayHaveAreGivenAllTogether() {
      Client clinic = identity.register(Role.SUBMITTING_CLINIC, CLINIC);

      assertThat(
              identity
                  .ask(clinic, String.join(" ", SmartScopes.of(Role.SUBMITTING_CLINIC)))
                  .token())
          .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "system/Patient.rs system/AuditEvent.rs",
          "system/AuditEvent.r",
          "system/*.cruds",
          "system/Patient.rs",
          "purpose/TREAT",
          "purpose/PUBHLTH",
          "user/Patient.rs",
          "patient/*.rs",
          "system/Patient.read",
          "system/AuditEvent.rs%20system/Patient.rs",
          "offline_access",
          "steward"
        })
    void thatTheRoleOfAnAuditorDoesNotHaveAreRefused(String scope) {
      Client auditor = identity.register(Role.AUDITOR, null);

      TokenAnswer answer = identity.ask(auditor, "purpose/HSYSADMIN " + scope);

      if (scope.equals("system/AuditEvent.r")) {
        assertThat(answer.status()).isEqualTo(200);
      } else {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
      }
    }
  }

  @Nested
  class Assertions {
    private final Client client = identity.register(Role.PEER, null);

    @Test
    void areTakenOnce() {
      String assertion = client.key().assertion(client.id(), identity.issuer());

      assertThat(identity.ask(assertion, "purpose/PUBHLTH").status()).isEqualTo(200);
      refused(assertion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "ES384"})
    void areSignedByEitherKindOfKey(String algorithm) {
      var key = ClientKey.fresh(JWSAlgorithm.parse(algorithm));
      identity
          .realm()
          .register(
              new Registration(client.id(), Role.PEER, null, PublicKeys.of(key.publicKeys())));

      assertThat(identity.ask(new Client(client.id(), key), "purpose/PUBHLTH").status())
          .isEqualTo(200);
      // The key of before is no longer one.
      refused(client.key().assertion(client.id(), identity.issuer()));
    }

    @Test
    void areSignedByTheClientItself() {
      Client other = identity.register(Role.PEER, null);

      refused(other.key().assertion(client.id(), identity.issuer()));
      refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void areNotSignedByASharedSecret() throws JOSEException {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS384), claims().build());
      token.sign(new MACSigner(client.key().publicKeys().getBytes(StandardCharsets.UTF_8)));

      refused(token.serialize());
    }

    @Test
    void areForThisProviderAndForNow() {
      refused(client.key().sign(claims().audience("https://evil.example").build()));
      refused(client.key().sign(claims().audience(Identity.AUDIENCE).build()));
      refused(
          client
              .key()
              .sign(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))).build()));
      refused(client.key().sign(claims().jwtID(null).build()));
    }

    /** None of the other ways to a token is open to a client. */
    @Test
    void areTheOnlyWay() {
      for (Map<String, String> form :
          List.of(
              Map.of("grant_type", "client_credentials", "client_id", client.id()),
              Map.of(
                  "grant_type",
                  "client_credentials",
                  "client_id",
                  client.id(),
                  "client_secret",
                  "x"),
              Map.of(
                  "grant_type",
                  "password",
                  "client_id",
                  client.id(),
                  "username",
                  "x",
                  "password",
                  "x"),
              Map.of(
                  "grant_type",
                  "password",
                  "client_id",
                  "admin-cli",
                  "username",
                  "x",
                  "password",
                  "x"))) {
        assertThat(identity.post(form).status()).isBetween(400, 401);
      }
    }

    private JWTClaimsSet.Builder claims() {
      return new JWTClaimsSet.Builder()
          .issuer(client.id())
          .subject(client.id())
          .audience(identity.issuer())
          .jwtID(UUID.randomUUID().toString())
          .issueTime(Date.from(Instant.now()))
          .expirationTime(Date.from(Instant.now().plusSeconds(200)));
    }

    private void refused(String assertion) {
      TokenAnswer answer = identity.ask(assertion, "purpose/PUBHLTH");
      assertThat(answer.status()).as(answer.toString()).isBetween(400, 401);
      assertThat(answer.error()).startsWith("invalid_");
    }
  }

  /** Each client is itself, however many come at once. */
  @Test
  void givesManyAtOnceTheirOwnTokens() throws Exception {
    Client one = identity.register(Role.SUBMITTING_CLINIC, CLINIC);
    Client other = identity.register(Role.SUBMITTING_CLINIC, "https://clinics.example|GB-2");
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> asks =
          java.util.stream.IntStream.range(0, 100)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        boolean first = i % 2 == 0;
                        String token = identity.ask(first ? one : other, "purpose/TREAT").token();
                        return SignedJWT.parse(token)
                            .getJWTClaimsSet()
                            .getStringClaim("clinic")
                            .endsWith(first ? "GB-1" : "GB-2");
                      })
              .toList();
      for (Future<Boolean> own : pool.invokeAll(asks)) {
        assertThat(own.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closesWhatARegistryDoesNotNeed() {
    var realm = identity.realm().call("GET", "", null);

    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
    assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(290);
    var own = JsonNodeFactory.instance.arrayNode();
    identity
        .realm()
        .call("GET", "/clients", null)
        .forEach(
            client -> {
              if (client.path("directAccessGrantsEnabled").asBoolean()) {
                own.add(client.path("clientId"));
              }
            });
    assertThat(own.toString()).isEqualTo("[]");
  }
}
