package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.refusal.Refused;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Makes the bearer token of a request its {@link Caller}, as often as the client may ask. */
final class TokenCheck implements AuthenticationManagerResolver<HttpServletRequest> {
  private final TokenReader tokens;
  private final RateLimits limits;

  TokenCheck(TokenReader tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  @Override
  public AuthenticationManager resolve(HttpServletRequest request) {
    return authentication -> {
      try {
        return known(request, ((BearerTokenAuthenticationToken) authentication).getToken());
      } catch (Refused refused) {
        throw new TokenRefused(refused);
      }
    };
  }

  private Authentication known(HttpServletRequest request, String token) {
    Caller caller;
    try {
      caller = tokens.caller(token);
    } catch (Refused refused) {
      // Who guesses tokens is slowed down as somebody without one.
      limits.passAddress(request.getRemoteAddr());
      throw refused;
    }
    limits.passClient(caller.client());
    Callers.set(request, caller);
    return new PreAuthenticatedAuthenticationToken(
        caller.client(), "", List.of(new SimpleGrantedAuthority(caller.role().code())));
  }
}
