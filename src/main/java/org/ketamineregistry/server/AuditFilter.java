package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees that every request below the FHIR base leaves an entry. What discloses, writes or refuses
 * has appended its own before it answers; what is left are verdicts, and refusals by a bare status.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AuditFilter extends OncePerRequestFilter {
  private static final int FIRST_ERROR = 400;

  private final RequestAudit audit;

  AuditFilter(RequestAudit audit) {
    this.audit = audit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WriteDoor.isBelowBase(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Footprint.of(request);
    chain.doFilter(request, response);
    if (!isPublic(request) || response.getStatus() >= FIRST_ERROR) {
      audit.append(request, response.getStatus(), null);
    }
  }

  /** What no token is asked for; the definitions settle their footprint themselves. */
  private static boolean isPublic(HttpServletRequest request) {
    return RegistryApi.isAddressed(request)
        || request.getRequestURI().startsWith(WriteDoor.BASE + "/.well-known/");
  }
}
