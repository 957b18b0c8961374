package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.network.PeerDecision;
import org.ketamineregistry.network.PeerPolicy;
import org.ketamineregistry.network.PeerRules;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Peers;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a steward decides about other registries' questions: {@code Measure/$peer-questions} shows
 * what waits and what was decided once for all, {@code Measure/$decide-question} decides about one
 * question, {@code Measure/[id]/$set-peer-policy} about all of a peer for an indicator (R10, R20).
 */
@Order(0)
final class PeerDoor extends OncePerRequestFilter {
  private static final String TYPE = "Measure";
  private static final Pattern ADDRESS =
      Pattern.compile(
          Pattern.quote(WriteDoor.BASE + "/" + TYPE)
              + "(?:/(\\$peer-questions|\\$decide-question)|/([A-Za-z0-9\\-.]{1,64})/\\$set-peer-policy)");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final Access access;
  private final Peers peers;
  private final PeerRules rules;
  private final Set<String> indicators;
  private final AuditTrail audit;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  /**
   * @param indicators the ids of the Measures that can be asked for
   */
  PeerDoor(
      Access access,
      Peers peers,
      PeerRules rules,
      Set<String> indicators,
      AuditTrail audit,
      FhirAnswers answers,
      DoorSettings door,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.peers = peers;
    this.rules = rules;
    this.indicators = Set.copyOf(indicators);
    this.audit = audit;
    this.answers = answers;
    this.context = context;
    this.clock = clock;
    bodies = new BodyReader(door);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !ADDRESS.matcher(request.getRequestURI()).matches();
  }

  private static boolean isListing(Matcher address) {
    return Operation.PEER_QUESTIONS.code().equals(address.group(1));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(exchange, () -> answer(exchange));
  }

  private void answer(Exchange exchange) throws IOException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      throw Refused.because(ErrorCode.NOT_FOUND, "There is no such operation.");
    }
    Operation operation =
        isListing(address)
            ? Operation.PEER_QUESTIONS
            : address.group(1) == null ? Operation.SET_PEER_POLICY : Operation.DECIDE_QUESTION;
    access.require(Callers.of(request), operation, TYPE);
    var act =
        new Act(
            Callers.of(request),
            RequestIdFilter.of(request),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    Parameters out =
        switch (operation) {
          case PEER_QUESTIONS -> list(act);
          case DECIDE_QUESTION -> decide(parameters(request), act);
          default -> set(address.group(2), parameters(request), act);
        };
    Footprint.of(request).settle();
    answers.done(exchange, out);
  }

  private Parameters list(Act act) {
    var out = new Parameters();
    peers.waiting(act.at()).forEach(question -> PeerParameters.add(out, question));
    peers.standing().forEach(standing -> PeerParameters.add(out, standing));
    audit.append(act.entry(Operation.PEER_QUESTIONS.code(), List.of(TYPE)));
    return out;
  }

  private Parameters decide(Parameters in, Act act) {
    String id = text(in, "question");
    if (!ID.matcher(id).matches()) {
      throw invalid("The parameter question is the id of a question of $peer-questions.");
    }
    boolean answer = flag(in, "allow");
    boolean stands = in.hasParameter("standing") && flag(in, "standing");
    return PeerParameters.add(
        new Parameters(),
        peers.decide(UUID.fromString(id), answer, stands, reason(in), rules, act));
  }

  private Parameters set(String indicator, Parameters in, Act act) {
    if (!indicators.contains(indicator)) {
      throw Refused.because(ErrorCode.NOT_FOUND, "There is no such indicator that can be asked.");
    }
    String peer = text(in, "peer");
    if (!CLIENT.matcher(peer).matches()) {
      throw invalid("The parameter peer is the id under which the peer is registered as a client.");
    }
    PeerPolicy policy =
        PeerPolicy.coded(text(in, "policy"))
            .orElseThrow(
                () ->
                    invalid(
                        "The parameter policy is a code, one of "
                            + Arrays.stream(PeerPolicy.values())
                                .map(PeerPolicy::code)
                                .collect(Collectors.joining(", "))
                            + "."));
    return PeerParameters.add(
        new Parameters(), peers.set(peer, indicator, policy, reason(in), act));
  }

  private Parameters parameters(HttpServletRequest request) throws IOException {
    return StewardOperations.parameters(request, bodies.read(request), context);
  }

  private static String reason(Parameters in) {
    String reason = text(in, "reason");
    if (!PeerDecision.isReason(reason)) {
      throw invalid("The parameter reason says why, in 1 to 500 characters.");
    }
    return reason;
  }

  private static boolean flag(Parameters in, String name) {
    if (in.getParameter(name) != null
        && in.getParameter(name).getValue() instanceof BooleanType flag
        && flag.hasValue()) {
      return flag.booleanValue();
    }
    throw invalid("The parameter " + name + " is true or false.");
  }

  private static String text(Parameters in, String name) {
    return in.getParameter().stream()
        .filter(parameter -> name.equals(parameter.getName()) && parameter.hasValue())
        .map(parameter -> String.valueOf(parameter.getValue().primitiveValue()))
        .findFirst()
        .orElseThrow(() -> invalid("The parameter " + name + " is missing."));
  }

  private static Refused invalid(String words) {
    return Refused.because(ErrorCode.INVALID_REQUEST, words);
  }
}
