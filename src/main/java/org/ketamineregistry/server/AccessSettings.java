package org.ketamineregistry.server;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider. Without an issuer there is none, and the registry is open on its loopback
 * address only ({@link LoopbackGuard}).
 *
 * @param issuer the realm's address as tokens name it, {@code https://host/realms/name}; null for
 *     the open mode
 * @param audience the registry's FHIR base as tokens name it; needed with an issuer
 * @param keySet where the provider's public keys are; Keycloak's address below the issuer by
 *     default
 * @param algorithms the signatures that are accepted, none of them with a shared secret
 * @param maxTokenLifetime the longest life of a token, from its issue to its expiry; a minute to an
 *     hour
 * @param clockSkew how far the provider's clock may be off; at most two minutes
 * @param keyRefreshInterval the least time between two looks at the keys for one that is not known
 * @param keyOutage how long known keys go on to be used while the provider cannot be reached
 */
@ConfigurationProperties("registry.access")
record AccessSettings(
    @Nullable URI issuer,
    @Nullable URI audience,
    @Nullable URI keySet,
    @DefaultValue({"RS256", "RS384", "PS256", "PS384", "ES256", "ES384"}) Set<String> algorithms,
    @DefaultValue("5m") Duration maxTokenLifetime,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("10s") Duration keyRefreshInterval,
    @DefaultValue("4h") Duration keyOutage) {
  private static final String KEYCLOAK = "/protocol/openid-connect/";

  AccessSettings {
    if (issuer != null && issuer.toString().isBlank()) {
      issuer = null;
    }
    if (issuer != null && (audience == null || !audience.isAbsolute())) {
      throw new IllegalArgumentException(
          "registry.access.audience is needed with an issuer: the FHIR base as clients know it,"
              + " https://host/fhir");
    }
    if (!algorithms.stream().allMatch(name -> name.matches("(RS|PS|ES)(256|384|512)"))
        || algorithms.isEmpty()) {
      throw new IllegalArgumentException(
          "registry.access.algorithms are signatures by a private key: RS, PS or ES with 256, 384 or 512");
    }
    if (maxTokenLifetime.compareTo(Duration.ofMinutes(1)) < 0
        || maxTokenLifetime.compareTo(Duration.ofHours(1)) > 0
        || clockSkew.isNegative()
        || clockSkew.compareTo(Duration.ofMinutes(2)) > 0) {
      throw new IllegalArgumentException(
          "registry.access.max-token-lifetime is 1m to 1h, clock-skew at most 2m");
    }
  }

  /** Whether an identity provider says who asks. */
  boolean isGuarded() {
    return issuer != null;
  }

  URI keys() {
    return keySet != null ? keySet : URI.create(issuer + KEYCLOAK + "certs");
  }

  URI authorizationEndpoint() {
    return URI.create(issuer + KEYCLOAK + "auth");
  }

  URI tokenEndpoint() {
    return URI.create(issuer + KEYCLOAK + "token");
  }
}
