package org.ketamineregistry.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.CallerReader;
import org.ketamineregistry.access.TokenRules;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Reads an access token: whether it is genuine and for this registry, and who its caller is. */
final class TokenReader {
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final TokenRules rules;
  private final Clock clock;

  TokenReader(AccessSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
    this.clock = clock;
    rules =
        new TokenRules(
            String.valueOf(settings.issuer()),
            String.valueOf(settings.audience()),
            settings.maxTokenLifetime(),
            settings.clockSkew());
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            settings.algorithms().stream()
                .map(JWSAlgorithm::parse)
                .collect(Collectors.toUnmodifiableSet()),
            keys));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    // The rules below say which claim is to blame.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /**
   * The caller.
   *
   * @throws Refused 401 for a token that is not accepted, 403 for one that says too little, 503
   *     where its key cannot be had
   */
  Caller caller(String token) {
    Map<String, Object> claims;
    try {
      claims = processor.process(token, null).getClaims();
    } catch (KeySourceException e) {
      throw Refused.because(
          ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE,
          "The identity provider cannot be asked for the key of this token: send the same again"
              + " after the time that Retry-After names.");
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw Refused.because(
          ErrorCode.TOKEN_INVALID,
          "The access token is not accepted: it is malformed, changed on the way, or not signed by"
              + " a key of this registry's identity provider. Get one as"
              + " [base]/.well-known/smart-configuration says, and send it unchanged.");
    }
    rules.check(claims, clock.instant());
    return CallerReader.caller(claims);
  }
}
