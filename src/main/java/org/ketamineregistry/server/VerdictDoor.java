package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * FHIR's {@code $validate}, on what is sent and on what is on file: 200 and an OperationOutcome
 * whatever the verdict; any other status where none could be given. Nothing is written.
 */
@Component
@Order(0)
final class VerdictDoor extends OncePerRequestFilter {
  private final Access access;
  private final Verdicts verdicts;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final Turnstile turnstile;
  private final Clock clock;
  private final Set<String> types = new TreeSet<>();

  VerdictDoor(
      Access access,
      Verdicts verdicts,
      Definitions definitions,
      FhirAnswers answers,
      DoorSettings settings,
      Clock clock) {
    this.access = access;
    this.verdicts = verdicts;
    this.answers = answers;
    this.clock = clock;
    bodies = new BodyReader(settings);
    turnstile = new Turnstile(settings);
    types.addAll(definitions.index().judgedTypes());
    types.add("Bundle");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !VerdictAddress.isAddressed(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(exchange, () -> judge(exchange, chain));
  }

  private void judge(Exchange exchange, FilterChain chain) throws IOException, ServletException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    VerdictAddress address = VerdictAddress.of(request, types);
    access.require(Callers.of(request), Operation.VALIDATE, address.type());
    byte[] body = request.getMethod().equals("GET") ? new byte[0] : bodies.read(request);
    if (address.id() == null) {
      answer(exchange, address, Optional.empty(), body);
      return;
    }
    access.require(Callers.of(request), Operation.READ, address.type());
    RecordOnFile record = RecordOnFile.read(exchange, address.type() + "/" + address.id(), chain);
    if (record.isReadable()) {
      answer(exchange, address, Optional.of(record), body);
    } else {
      answers.handedOn(exchange, record);
    }
  }

  private void answer(
      Exchange exchange, VerdictAddress address, Optional<RecordOnFile> record, byte[] body)
      throws IOException {
    Optional<Incoming> onFile =
        record.map(read -> incoming(exchange, address, exchange.format(), read.body()));
    Optional<Incoming> sent =
        body.length == 0 && record.isPresent()
            ? Optional.empty()
            : Optional.of(
                incoming(exchange, address, WriteAddress.formatOf(exchange.request()), body));
    answers.done(exchange, turnstile.pass(() -> verdicts.of(address, onFile, sent)));
  }

  private Incoming incoming(Exchange exchange, VerdictAddress address, Format format, byte[] body) {
    return new Incoming(
        Door.verdict(address.type(), address.id()),
        format,
        body,
        clock.instant(),
        RequestIdFilter.of(exchange.request()),
        Callers.of(exchange.request()));
  }
}
