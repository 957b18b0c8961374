package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

/** Settings of the identity provider that would let too many in do not start a server. */
class AccessSettingsTest {

  @Test
  void anEmptyIssuerIsNone() {
    assertThat(Guarding.with(Map.of("issuer", "")).isGuarded()).isFalse();
    assertThat(Guarding.with(Map.of("issuer", " ", "audience", "https://x/fhir")).isGuarded())
        .isFalse();
  }

  @Test
  void anIssuerNeedsAnAudience() {
    assertThatThrownBy(() -> Guarding.with(Map.of("issuer", "https://id.example/realms/x")))
        .isInstanceOf(BindException.class)
        .hasRootCauseMessage(
            "registry.access.audience is needed with an issuer: the FHIR base as clients know it,"
                + " https://host/fhir");
  }

  @Test
  void addressesAreKeycloaksWhereNothingElseIsSaid() {
    AccessSettings settings = Guarding.with(guarded(Map.of()));

    assertThat(settings.keys())
        .hasToString("https://id.example/realms/x/protocol/openid-connect/certs");
    assertThat(settings.tokenEndpoint())
        .hasToString("https://id.example/realms/x/protocol/openid-connect/token");
    assertThat(settings.isGuarded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "algorithms, HS256",
    "algorithms, 'RS256,none'",
    "max-token-lifetime, 30s",
    "max-token-lifetime, 2h",
    "clock-skew, 10m",
    "clock-skew, -1s",
    "audience, fhir"
  })
  void whatWouldLetTooManyInIsRefused(String name, String value) {
    assertThatThrownBy(() -> Guarding.with(guarded(Map.of(name, value))))
        .isInstanceOf(BindException.class);
  }

  private static Map<String, String> guarded(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("issuer", "https://id.example/realms/x");
    settings.put("audience", "https://registry.example/fhir");
    settings.putAll(more);
    return settings;
  }
}
