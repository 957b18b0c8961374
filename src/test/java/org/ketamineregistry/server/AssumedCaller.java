package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a test be somebody with a token, without an identity provider: a request with the header
 * {@value #HEADER} comes from the caller that it names.
 */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AssumedCaller extends OncePerRequestFilter {
  private static final String HEADER = "X-Assumed-Caller";

  /** The headers of a reader for the registry. */
  static String[] registry(Purpose purpose) {
    return new String[] {HEADER, Role.STEWARD + " " + purpose};
  }

  /**
   * The headers of somebody who treats at a clinic.
   *
   * @param clinic {@code system|value}
   */
  static String[] clinician(String clinic) {
    return new String[] {HEADER, Role.CLINICIAN + " " + Purpose.TREATMENT + " " + clinic};
  }

  /**
   * The headers of a clinic's system.
   *
   * @param clinic {@code system|value}
   */
  static String[] system(String clinic) {
    return new String[] {HEADER, Role.SUBMITTING_CLINIC + " " + Purpose.TREATMENT + " " + clinic};
  }

  /**
   * The headers of an analyst's program.
   *
   * @param client by which it is told from another analyst's
   */
  static String[] analyst(String client) {
    return new String[] {HEADER, Role.ANALYST + " " + Purpose.PUBLIC_HEALTH + " - " + client};
  }

  /**
   * The headers of an analyst's program that works for research.
   *
   * @param client by which it is told from another analyst's
   */
  static String[] researcher(String client) {
    return new String[] {HEADER, Role.ANALYST + " " + Purpose.RESEARCH + " - " + client};
  }

  /**
   * The headers of another registry.
   *
   * @param client its id
   */
  static String[] peer(String client) {
    return new String[] {HEADER, Role.PEER + " " + Purpose.PUBLIC_HEALTH + " - " + client};
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HEADER);
    if (header != null) {
      String[] parts = header.split(" ");
      Callers.set(
          request,
          new Caller(
              parts.length > 3 ? parts[3] : "test",
              null,
              Role.valueOf(parts[0]),
              parts.length == 3 ? parts[2] : null,
              Purpose.valueOf(parts[1]),
              Scopes.EVERYTHING));
    }
    chain.doFilter(request, response);
  }
}
