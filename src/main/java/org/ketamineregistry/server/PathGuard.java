package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a base in disguise: {@code /%66hir/Patient} or {@code /guide/../fhir/Patient} is for
 * the web server below the FHIR base, and for the doors, which go by the path as it was sent, it is
 * not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class PathGuard extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String base = request.getContextPath() + request.getServletPath();
    String path = request.getRequestURI();
    if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
        && !path.equals(base)
        && !path.startsWith(base + "/")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }
}
