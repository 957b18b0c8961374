package org.ketamineregistry.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;

/**
 * The identity provider of one registry of the demonstration, where no Keycloak is at hand. It
 * gives access tokens to systems by their keys (SMART App Launch 2.2, Backend Services; RFC 7523)
 * with the claims that Keycloak's have, and to nobody else. For any number of threads.
 */
final class Issuer {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** As Keycloak's in the realm of the repository. */
  private static final Duration TOKEN = Duration.ofSeconds(290);

  private final URI issuer;
  private final String audience;
  private final ECKey key;
  private final Clock clock;
  private final Map<String, Client> clients = new HashMap<>();
  private final Map<String, Instant> used = new HashMap<>();

  /**
   * @param issuer as tokens name it
   * @param audience the FHIR base of the registry
   * @param key by which tokens are signed, a private JSON Web Key, EC of the curve P-384
   * @throws IllegalArgumentException where the key is another one
   */
  Issuer(URI issuer, URI audience, String key, Clock clock) {
    this.issuer = issuer;
    this.audience = audience.toString();
    this.key = key(key);
    this.clock = clock;
  }

  /**
   * A system that may ask for tokens.
   *
   * @param clinic {@code system|value} of the clinic that it speaks for; null for other roles
   * @param key its public JSON Web Key Set, of one key of EC and the curve P-384
   */
  record Client(String id, Role role, @Nullable String clinic, String key) {}

  /** An answer of the address for tokens (RFC 6749 section 5). */
  record Answer(int status, Map<String, Object> body) {
    static Answer refused(int status, String error) {
      return new Answer(status, Map.of("error", error));
    }
  }

  synchronized void register(Client client) {
    clients.put(client.id(), client);
  }

  URI address() {
    return issuer;
  }

  /** Where tokens are got, which is Keycloak's address below the issuer. */
  URI tokenAddress() {
    return URI.create(issuer + "/protocol/openid-connect/token");
  }

  /** The public keys by which tokens are verified. */
  String keys() {
    return new JWKSet(key).toPublicJWKSet().toString();
  }

  /** OpenID Connect Discovery 1.0, as far as there is something to discover. */
  Map<String, Object> configuration() {
    return Map.of(
        "issuer", issuer.toString(),
        "token_endpoint", tokenAddress().toString(),
        "jwks_uri", issuer + "/protocol/openid-connect/certs",
        "grant_types_supported", List.of("client_credentials"),
        "token_endpoint_auth_methods_supported", List.of("private_key_jwt"),
        "token_endpoint_auth_signing_alg_values_supported", List.of("ES384"),
        "scopes_supported", SmartScopes.supported());
  }

  /**
   * Answers a request for a token.
   *
   * @param form the fields of the request
   */
  Answer token(Map<String, String> form) {
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return Answer.refused(400, "unsupported_grant_type");
    }
    String assertion = form.get("client_assertion");
    if (!ASSERTION.equals(form.get("client_assertion_type")) || assertion == null) {
      return Answer.refused(401, "invalid_client");
    }
    Client client = proven(assertion);
    if (client == null) {
      return Answer.refused(401, "invalid_client");
    }
    String scope = form.getOrDefault("scope", "").strip();
    Set<String> asked = Arrays.stream(scope.split(" +")).collect(Collectors.toSet());
    long purposes =
        client.role().purposes().stream().map(Purpose::scope).filter(asked::contains).count();
    if (!Set.copyOf(SmartScopes.of(client.role())).containsAll(asked) || purposes != 1) {
      return Answer.refused(400, "invalid_scope");
    }
    return new Answer(
        200,
        Map.of(
            "access_token",
            accessToken(client, scope),
            "token_type",
            "Bearer",
            "expires_in",
            TOKEN.toSeconds(),
            "scope",
            scope));
  }

  /** Who signed an assertion; null where it proves nothing. An assertion is used once. */
  private synchronized @Nullable Client proven(String assertion) {
    Instant now = clock.instant();
    used.values().removeIf(until -> until.isBefore(now));
    try {
      SignedJWT jwt = SignedJWT.parse(assertion);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Client client = clients.get(String.valueOf(claims.getSubject()));
      if (client == null
          || !client.id().equals(claims.getIssuer())
          || !isForThisIssuer(claims)
          || !isInTime(claims, now)
          || !isSigned(jwt, client)
          || claims.getJWTID() == null
          || used.putIfAbsent(
                  client.id() + " " + claims.getJWTID(),
                  claims.getExpirationTime().toInstant().plus(SKEW))
              != null) {
        return null;
      }
      return client;
    } catch (ParseException | JOSEException e) {
      return null;
    }
  }

  private boolean isForThisIssuer(JWTClaimsSet claims) {
    return claims.getAudience().contains(issuer.toString())
        || claims.getAudience().contains(tokenAddress().toString());
  }

  private static boolean isInTime(JWTClaimsSet claims, Instant now) {
    Date expires = claims.getExpirationTime();
    return expires != null
        && expires.toInstant().plus(SKEW).isAfter(now)
        && expires.toInstant().isBefore(now.plus(LONGEST_ASSERTION).plus(SKEW));
  }

  private static boolean isSigned(SignedJWT jwt, Client client)
      throws ParseException, JOSEException {
    JWK known = JWKSet.parse(client.key()).getKeyByKeyId(jwt.getHeader().getKeyID());
    return known instanceof ECKey ec
        && JWSAlgorithm.ES384.equals(jwt.getHeader().getAlgorithm())
        && jwt.verify(new ECDSAVerifier(ec));
  }

  private String accessToken(Client client, String scope) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer.toString())
            .audience(audience)
            .subject("system-" + client.id())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(TOKEN)))
            .claim("typ", "Bearer")
            .claim("azp", client.id())
            .claim("client_id", client.id())
            .claim("registry_role", List.of(client.role().code()))
            .claim("clinic", client.clinic())
            .claim("scope", scope)
            .build();
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES384)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A token cannot be signed", e);
    }
  }

  private static ECKey key(String text) {
    try {
      return ECKey.parse(text);
    } catch (ParseException e) {
      // The cause may quote the key.
      throw new IllegalArgumentException("This is no key to sign tokens by.");
    }
  }
}
