package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.ketamineregistry.refusal.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door for reading over HTTP. It settles the format as the {@link WriteDoor} does, since HAPI
 * would try formats that the registry does not have; and it lets HEAD through as the GET that it
 * is, of which the web server leaves out the body.
 */
@Component
@Order(2)
final class ReadDoor extends OncePerRequestFilter {
  private final FhirAnswers answers;

  ReadDoor(FhirAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WriteDoor.isBelowBase(request) || RegistryApi.isAddressed(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    try {
      exchange.negotiate();
    } catch (Refused refused) {
      answers.refused(exchange, refused);
      return;
    }
    chain.doFilter(new Settled(request, exchange.format().mediaType()), response);
  }

  /** The request as HAPI is to see it. */
  private static final class Settled extends HttpServletRequestWrapper {
    private final String mediaType;

    Settled(HttpServletRequest request, String mediaType) {
      super(request);
      this.mediaType = mediaType;
    }

    @Override
    public String getMethod() {
      return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase("Accept") ? mediaType : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase("Accept")
          ? Collections.enumeration(List.of(mediaType))
          : super.getHeaders(name);
    }
  }
}
