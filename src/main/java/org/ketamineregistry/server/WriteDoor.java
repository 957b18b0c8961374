package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.submission.SubmissionLine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The only door for writing over HTTP. Every request with a method that could write is answered
 * here and walks the line; nothing of it reaches HAPI's own write operations. What reads by POST (a
 * search, a disclosure report) goes on.
 */
@Component
@Order(1)
final class WriteDoor extends OncePerRequestFilter {
  static final String BASE = "/fhir";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final SubmissionLine line;
  private final Access access;
  private final BodyReader bodies;
  private final StewardOperations steward;
  private final FhirAnswers answers;
  private final Turnstile turnstile;
  private final SubmissionMetrics metrics;
  private final Clock clock;

  WriteDoor(
      SubmissionLine line,
      Access access,
      StewardOperations steward,
      FhirAnswers answers,
      SubmissionMetrics metrics,
      DoorSettings settings,
      Clock clock) {
    this.line = line;
    this.access = access;
    this.steward = steward;
    this.answers = answers;
    this.metrics = metrics;
    this.clock = clock;
    bodies = new BodyReader(settings);
    turnstile = new Turnstile(settings);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READS.contains(request.getMethod())
        || !isBelowBase(request)
        || (request.getMethod().equals("POST")
            && (request.getRequestURI().endsWith("/_search")
                || request.getRequestURI().endsWith("/" + DisclosureReport.NAME)));
  }

  static boolean isBelowBase(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(BASE) || path.startsWith(BASE + "/");
  }

  /** What the address alone tells is decided before a body is read. */
  private void requireTo(Door door, Caller caller) {
    String type = door.type();
    if (type == null || !access.isWritten(type)) {
      // A bundle's entries tell more; a type that nobody writes is for the line to refuse.
      access.requireWriter(caller);
      return;
    }
    if (door.kind() == Door.Kind.UPDATE) {
      access.require(caller, Operation.UPDATE, type);
    }
    if (door.kind() == Door.Kind.CREATE || door.condition() != null) {
      access.require(caller, Operation.CREATE, type);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(exchange, () -> take(exchange));
  }

  private void take(Exchange exchange) throws IOException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    if (StewardOperations.isAddressed(request)) {
      answers.done(exchange, steward.perform(request, bodies.read(request)));
      return;
    }
    WriteAddress address = WriteAddress.of(request);
    requireTo(address.door(), Callers.of(request));
    byte[] body = bodies.read(request);
    var incoming =
        new Incoming(
            address.door(),
            address.format(),
            body,
            clock.instant(),
            RequestIdFilter.of(request),
            Callers.of(request));
    answers.answered(
        exchange, address, turnstile.pass(() -> metrics.time(() -> line.take(incoming))));
  }
}
