package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** What a token has to say beside a good signature. */
class TokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final TokenRules RULES =
      new TokenRules(
          "https://issuer.example",
          "https://registry.example/fhir",
          Duration.ofMinutes(5),
          Duration.ofSeconds(30));

  @Test
  void acceptWhatTheProviderIssuesForThisRegistry() {
    assertThatCode(() -> check(token())).doesNotThrowAnyException();
    assertThatCode(() -> check(with("aud", List.of("other", "https://registry.example/fhir"))))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(with("typ", null))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://issuer.example/", "https://ISSUER.example", "https://evil.example", ""})
  void refuseAnotherIssuer(String issuer) {
    refuses(with("iss", issuer), ErrorCode.TOKEN_INVALID, "issued by somebody else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://registry.example", "https://registry.example/fhir/", "account", ""})
  void refuseAnotherAudience(String audience) {
    refuses(with("aud", List.of(audience)), ErrorCode.TOKEN_INVALID, "for another server");
    refuses(with("aud", audience), ErrorCode.TOKEN_INVALID, "for another server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "exp", "iat"})
  void refuseWhatLacksAClaim(String claim) {
    refuses(with(claim, null), ErrorCode.TOKEN_INVALID, "not accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout"})
  void refuseAnotherKindOfToken(String kind) {
    refuses(with("typ", kind), ErrorCode.TOKEN_INVALID, "another kind of token");
  }

  @Test
  void refuseAnExpiredToken() {
    refuses(lasting(NOW.minusSeconds(331), 300), ErrorCode.TOKEN_EXPIRED, "has expired");
    assertThatCode(() -> check(lasting(NOW.minusSeconds(329), 300))).doesNotThrowAnyException();
  }

  @Test
  void refuseATokenThatLivesLongerThanFiveMinutes() {
    refuses(lasting(NOW, 301), ErrorCode.TOKEN_INVALID, "longer than 300 seconds");
    assertThatCode(() -> check(lasting(NOW, 300))).doesNotThrowAnyException();
  }

  @Test
  void refuseATokenOfTheFuture() {
    refuses(lasting(NOW.plusSeconds(31), 300), ErrorCode.TOKEN_INVALID, "begins in the future");
    refuses(
        with("nbf", Date.from(NOW.plusSeconds(31))),
        ErrorCode.TOKEN_INVALID,
        "begins in the future");
  }

  /** A lifetime that overflows is none. */
  @Test
  void refuseATokenWithoutAnEnd() {
    refuses(
        with("exp", new Date(Long.MAX_VALUE)), ErrorCode.TOKEN_INVALID, "longer than 300 seconds");
    refuses(with("exp", "tomorrow"), ErrorCode.TOKEN_INVALID, "when it ends");
  }

  private static void refuses(Map<String, Object> claims, ErrorCode code, String words) {
    assertThatThrownBy(() -> check(claims))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              var problem = refused.problems().get(0);
              org.assertj.core.api.Assertions.assertThat(problem.code()).isEqualTo(code);
              org.assertj.core.api.Assertions.assertThat(problem.message()).contains(words);
            });
  }

  private static void check(Map<String, Object> claims) {
    RULES.check(claims, NOW);
  }

  private static Map<String, Object> lasting(Instant issued, int seconds) {
    Map<String, Object> claims = with("iat", Date.from(issued));
    claims.put("exp", Date.from(issued.plusSeconds(seconds)));
    return claims;
  }

  private static Map<String, Object> with(String claim, @Nullable Object value) {
    Map<String, Object> claims = new HashMap<>(token());
    if (value == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }
    return claims;
  }

  private static Map<String, Object> token() {
    return Map.of(
        "iss",
        "https://issuer.example",
        "aud",
        List.of("https://registry.example/fhir"),
        "typ",
        "Bearer",
        "iat",
        Date.from(NOW.minusSeconds(10)),
        "exp",
        Date.from(NOW.plusSeconds(290)));
  }
}
