package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ketamineregistry.refusal.Refused;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what is asked without a token, by address. */
final class AddressLimit extends OncePerRequestFilter {
  private final RateLimits limits;
  private final TokenRefusals refusals;

  AddressLimit(RateLimits limits, TokenRefusals refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // With a token the client is counted, or the address once the token is found to be none.
    return request.getHeader("Authorization") != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      limits.passAddress(request.getRemoteAddr());
    } catch (Refused refused) {
      refusals.refuse(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }
}
