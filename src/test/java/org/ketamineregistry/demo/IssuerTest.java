package org.ketamineregistry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.CallerReader;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.TokenRules;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.identity.ClientKey;

/** The demonstration's identity provider gives tokens to whoever has a key, and to nobody else. */
class IssuerTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final URI ISSUER = URI.create("http://127.0.0.1:8100/realms/gb");
  private static final URI BASE = URI.create("http://127.0.0.1:8101/fhir");
  private static final String CLINIC = "https://ketamine-registry.example/fhir/sid/clinic|GB-0001";
  private static final String SCOPE = "purpose/PUBHLTH system/Measure.rs";

  private final ClientKey key = ClientKey.fresh(JWSAlgorithm.ES384);
  private final Issuer issuer =
      new Issuer(ISSUER, BASE, SigningKey.newKey(), Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void clients() {
    issuer.register(new Issuer.Client("registry-de", Role.PEER, null, key.publicKeys()));
    issuer.register(new Issuer.Client("clinic", Role.SUBMITTING_CLINIC, CLINIC, key.publicKeys()));
  }

  @Test
  void givesAPeerATokenThatTheRegistryTakesForAPeers() throws Exception {
    Issuer.Answer answer = ask(assertion("registry-de"), SCOPE);
    assertThat(answer.status()).isEqualTo(200);
    Caller caller = caller(answer);
    assertThat(caller.role()).isEqualTo(Role.PEER);
    assertThat(caller.client()).isEqualTo("registry-de");
    assertThat(caller.user()).isNull();
    assertThat(caller.clinic()).isNull();
    assertThat(caller.purpose()).isEqualTo(Purpose.PUBLIC_HEALTH);
  }

  @Test
  void saysForWhichClinicASystemSpeaks() throws Exception {
    Caller caller = caller(ask(assertion("clinic"), "purpose/TREAT system/*.crus"));
    assertThat(caller.role()).isEqualTo(Role.SUBMITTING_CLINIC);
    assertThat(caller.clinic()).isEqualTo(CLINIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "system/Measure.rs",
        "purpose/PUBHLTH",
        "purpose/TREAT system/Measure.rs",
        "purpose/PUBHLTH system/Patient.rs",
        "purpose/PUBHLTH system/*.rs"
      })
  void givesAPeerNoOtherScope(String scope) {
    Issuer.Answer answer = ask(assertion("registry-de"), scope);
    if (scope.equals("purpose/PUBHLTH")) {
      // A purpose without anything to do is a token that opens nothing.
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(answer).isEqualTo(Issuer.Answer.refused(400, "invalid_scope"));
    }
  }

  @Test
  void takesAnAssertionOnce() {
    String assertion = assertion("registry-de");
    assertThat(ask(assertion, SCOPE).status()).isEqualTo(200);
    assertThat(ask(assertion, SCOPE)).isEqualTo(Issuer.Answer.refused(401, "invalid_client"));
  }

  @Test
  void refusesWhoeverDoesNotProveWhoTheyAre() {
    assertRefused("no assertion");
    assertRefused(assertion("somebody"));
    assertRefused(ClientKey.fresh(JWSAlgorithm.ES384).sign(claims("registry-de").build()));
    assertRefused(key.sign(claims("registry-de").issuer("clinic").build()));
    assertRefused(key.sign(claims("registry-de").audience("http://other.example").build()));
    assertRefused(key.sign(claims("registry-de").jwtID(null).build()));
    assertRefused(key.sign(claims("registry-de").expirationTime(null).build()));
    assertRefused(key.sign(claims("registry-de").expirationTime(in(-31)).build()));
    assertRefused(key.sign(claims("registry-de").expirationTime(in(3_600)).build()));
  }

  @Test
  void grantsNothingButToSystems() {
    Map<String, String> form = form(assertion("registry-de"), SCOPE);
    form.put("grant_type", "password");
    assertThat(issuer.token(form)).isEqualTo(Issuer.Answer.refused(400, "unsupported_grant_type"));
  }

  private Caller caller(Issuer.Answer answer) throws Exception {
    SignedJWT token = SignedJWT.parse(String.valueOf(answer.body().get("access_token")));
    assertThat(
            token.verify(
                new ECDSAVerifier(
                    JWKSet.parse(issuer.keys())
                        .getKeyByKeyId(token.getHeader().getKeyID())
                        .toECKey())))
        .isTrue();
    Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
    new TokenRules(
            ISSUER.toString(), BASE.toString(), Duration.ofMinutes(5), Duration.ofSeconds(30))
        .check(claims, NOW);
    return CallerReader.caller(claims);
  }

  private void assertRefused(String assertion) {
    assertThat(ask(assertion, SCOPE)).isEqualTo(Issuer.Answer.refused(401, "invalid_client"));
  }

  private Issuer.Answer ask(String assertion, String scope) {
    return issuer.token(form(assertion, scope));
  }

  private static Map<String, String> form(String assertion, String scope) {
    return new HashMap<>(
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

  private String assertion(String client) {
    return key.sign(claims(client).build());
  }

  private static JWTClaimsSet.Builder claims(String client) {
    return new JWTClaimsSet.Builder()
        .issuer(client)
        .subject(client)
        .audience(ISSUER.toString())
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(in(60));
  }

  private static Date in(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }
}
