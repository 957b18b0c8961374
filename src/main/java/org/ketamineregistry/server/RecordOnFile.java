package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Format;

/**
 * A record as whoever asks would read it: the read goes through the doors like any other, so that
 * who may not read a record is told no more of it here.
 *
 * @param status the status of the read
 * @param body what it answered, the record or an OperationOutcome
 */
@SuppressWarnings("ArrayRecordComponent") // The body is never compared.
record RecordOnFile(int status, byte[] body) {

  /**
   * Reads.
   *
   * @param at the record, as {@code Type/id}
   */
  static RecordOnFile read(Exchange exchange, String at, FilterChain chain)
      throws IOException, ServletException {
    var answer = new TakenAnswer(exchange.response());
    chain.doFilter(new Read(exchange, at), answer);
    return new RecordOnFile(answer.getStatus(), answer.body());
  }

  boolean isReadable() {
    return status == HttpServletResponse.SC_OK;
  }

  /** The request that needs the record, as a request for the record. */
  private static final class Read extends HttpServletRequestWrapper {
    private final String path;
    private final Format format;

    Read(Exchange exchange, String at) {
      super(exchange.request());
      path = "/" + at;
      format = exchange.format();
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getRequestURI() {
      return WriteDoor.BASE + path;
    }

    @Override
    public StringBuffer getRequestURL() {
      String url = super.getRequestURL().toString();
      return new StringBuffer(
          url.substring(0, url.length() - super.getRequestURI().length()) + getRequestURI());
    }

    @Override
    public String getPathInfo() {
      return path;
    }

    @Override
    public String getQueryString() {
      return "_pretty=true&_format=" + format.mediaType().replace("+", "%2B");
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of("_pretty", new String[] {"true"}, "_format", new String[] {format.mediaType()});
    }

    /** The answer is taken as it is, so it is not to be compressed, nor left out as not changed. */
    @Override
    public @Nullable String getHeader(String name) {
      return shapesTheAnswer(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return shapesTheAnswer(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean shapesTheAnswer(String header) {
      String name = header.toLowerCase(Locale.ROOT);
      return name.equals("accept-encoding") || name.startsWith("if-");
    }
  }
}
