package org.ketamineregistry.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What a token has to say beside a good signature (RFC 9068 section 4, SMART Backend Services).
 *
 * @param issuer the one identity provider
 * @param audience the registry's FHIR base; a token for others is none for this registry
 * @param longestLife from issue to expiry
 * @param skew how far the clocks may differ
 */
public record TokenRules(String issuer, String audience, Duration longestLife, Duration skew) {

  /**
   * Checks the claims.
   *
   * @throws Refused 401, and which of issuer, audience, type or times is to blame
   */
  public void check(Map<String, Object> claims, Instant now) {
    require(issuer.equals(claims.get("iss")), "It was issued by somebody else.");
    require(
        claims.get("aud") instanceof Collection<?> audiences
            ? audiences.contains(audience)
            : audience.equals(claims.get("aud")),
        "It is for another server: its audience is not the FHIR base of this registry.");
    Object type = claims.get("typ");
    require(
        type == null || type.equals("Bearer"), "It is no access token but another kind of token.");
    Instant issued = instant(claims.get("iat"));
    Instant expires = instant(claims.get("exp"));
    Instant start = instant(claims.get("nbf"));
    require(
        issued != null && expires != null, "It does not say when it was issued and when it ends.");
    if (issued == null || expires == null) {
      return;
    }
    require(
        !issued.isAfter(now.plus(skew)) && (start == null || !start.isAfter(now.plus(skew))),
        "It begins in the future: compare the clocks.");
    require(
        !issued.plus(longestLife).isBefore(expires),
        "It lives longer than " + longestLife.toSeconds() + " seconds, which no token may.");
    if (!expires.plus(skew).isAfter(now)) {
      throw Refused.because(
          ErrorCode.TOKEN_EXPIRED,
          "The access token has expired: get a new one at the token endpoint and send the same"
              + " again.");
    }
  }

  private static void require(boolean met, String words) {
    if (!met) {
      throw Refused.because(
          ErrorCode.TOKEN_INVALID,
          "The access token is not accepted. "
              + words
              + " Get one as [base]/.well-known/smart-configuration says.");
    }
  }

  private static @Nullable Instant instant(@Nullable Object claim) {
    return claim instanceof Date date ? date.toInstant() : null;
  }
}
