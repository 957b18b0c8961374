package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.ketamineregistry.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without an identity provider everybody who reaches the server may do everything; so it is reached
 * from its own machine only. On any other address it refuses to start, and there is no switch to
 * open it. A request that names another host is turned away, which keeps web pages that the
 * operator's browser shows from reaching in under a name of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LoopbackGuard extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackGuard.class);
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final ServerProperties server;
  private final AccessSettings access;

  LoopbackGuard(ServerProperties server, AccessSettings access) {
    this.server = server;
    this.access = access;
  }

  @Override
  public void customize(ConfigurableServletWebServerFactory factory) {
    if (access.isGuarded()) {
      return;
    }
    InetAddress address = server.getAddress();
    if (address == null || !address.isLoopbackAddress()) {
      throw new NotLoopbackException();
    }
    LOG.warn(
        "OPEN MODE: no identity provider is configured, so this registry listens on {} only"
            + " and everybody on this machine may read and write everything.",
        address.getHostAddress());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return access.isGuarded();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OWN_NAMES.contains(request.getServerName())) {
      Callers.set(request, Caller.open());
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN); // OutcomeValve has the words.
    }
  }

  /** The server is to listen where others can reach it, and nothing would hold them back. */
  static final class NotLoopbackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLoopbackException() {
      super("Without an identity provider the registry listens on a loopback address only");
    }
  }
}
