package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.practice.FindingDecision;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.FindingDecisions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A steward's decision about a finding, {@code DetectedIssue/[id]/$decide} with the code {@code
 * decision}. Only about a finding that the caller may read is anything decided; the answer is the
 * finding, read again.
 */
@Component
@Order(0)
final class FindingDoor extends OncePerRequestFilter {
  private static final String TYPE = "DetectedIssue";

  /** An id of another form is none of ours, and is told so by the read. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          Pattern.quote(WriteDoor.BASE) + "/" + TYPE + "/([A-Za-z0-9\\-.]{1,64})/\\$decide");

  private final Access access;
  private final FindingDecisions decisions;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  FindingDoor(
      Access access,
      FindingDecisions decisions,
      FhirAnswers answers,
      DoorSettings settings,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.decisions = decisions;
    this.answers = answers;
    this.context = context;
    this.clock = clock;
    bodies = new BodyReader(settings);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !ADDRESS.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(exchange, () -> decide(exchange, chain));
  }

  private void decide(Exchange exchange, FilterChain chain) throws IOException, ServletException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    access.require(Callers.of(request), Operation.DECIDE, TYPE);
    access.require(Callers.of(request), Operation.READ, TYPE);
    FindingDecision decision =
        decision(StewardOperations.parameters(request, bodies.read(request), context));
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    String id = address.matches() ? address.group(1) : "";
    RecordOnFile finding = RecordOnFile.read(exchange, TYPE + "/" + id, chain);
    if (finding.isReadable()) {
      decisions.decide(
          UUID.fromString(id),
          decision,
          new Act(Callers.of(request), RequestIdFilter.of(request), clock.instant()));
      finding = RecordOnFile.read(exchange, TYPE + "/" + id, chain);
    }
    answers.handedOn(exchange, finding);
  }

  private static FindingDecision decision(Parameters in) {
    return in.getParameter().stream()
        .filter(parameter -> "decision".equals(parameter.getName()) && parameter.hasValue())
        .map(parameter -> parameter.getValue().primitiveValue())
        .findFirst()
        .flatMap(FindingDecision::coded)
        .orElseThrow(
            () ->
                Refused.because(
                    ErrorCode.INVALID_REQUEST,
                    "The parameter decision is a code, one of "
                        + Arrays.stream(FindingDecision.values())
                            .map(FindingDecision::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
