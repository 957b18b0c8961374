package org.ketamineregistry.server;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds each body in size and time, whoever reads it: a write, a search by POST, or nobody. Who is
 * answered before the whole body was read may send the rest until its time is over.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class BodyBounds extends OncePerRequestFilter {
  private final DoorSettings settings;
  private final Clock clock;

  BodyBounds(DoorSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var body =
        new BoundedBody(
            request.getInputStream(),
            settings.maxBody().toBytes(),
            clock,
            clock.instant().plus(settings.bodyTimeout()));
    chain.doFilter(new Bounded(request, body), response);
    if (!body.isFinished()) {
      response.flushBuffer();
      body.drain();
    }
  }

  private static final class Bounded extends HttpServletRequestWrapper {
    private final ServletInputStream body;
    private @Nullable Map<String, String[]> form;

    Bounded(HttpServletRequest request, ServletInputStream body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }

    /** A search by POST has its parameters in its body, which Tomcat would read without bounds. */
    @Override
    public Map<String, String[]> getParameterMap() {
      if (!isForm()) {
        return super.getParameterMap();
      }
      if (form == null) {
        form = UrlUtil.parseQueryStrings(getQueryString(), text());
      }
      return form;
    }

    private boolean isForm() {
      return getMethod().equals("POST")
          && String.valueOf(getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    private String text() {
      try {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw BodyReader.brokenOff();
      }
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
  }
}
