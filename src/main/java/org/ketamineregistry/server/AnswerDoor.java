package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.answer.Answer;
import org.ketamineregistry.answer.AnswerStatus;
import org.ketamineregistry.answer.AskedQuestion;
import org.ketamineregistry.answer.ExactAnswers;
import org.ketamineregistry.answer.PeerAnswers;
import org.ketamineregistry.answer.ProtectedAnswers;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.privacy.Scope;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Questions about an indicator, {@code Measure/[id]/$evaluate-protected} and, for the steward,
 * {@code Measure/[id]/$evaluate-exact}. Both take the same parameters. The audit has which
 * dimensions were asked for, and no figure.
 */
@Component
@Order(0)
final class AnswerDoor extends OncePerRequestFilter {
  private static final String TYPE = "Measure";
  private static final Pattern ADDRESS =
      Pattern.compile(
          Pattern.quote(WriteDoor.BASE)
              + "/Measure/([A-Za-z0-9\\-.]{1,64})/\\$(evaluate-protected|evaluate-exact)");

  private static final Pattern KEY =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A person decides: nobody has to look more often than every quarter of an hour. */
  private static final String LOOK_AGAIN_SECONDS = "900";

  private final Access access;
  private final ProtectedAnswers protectedAnswers;
  private final PeerAnswers peerAnswers;
  private final ExactAnswers exactAnswers;
  private final FhirAnswers answers;
  private final AuditTrail audit;
  private final CheckpointKey key;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  AnswerDoor(
      Access access,
      ProtectedAnswers protectedAnswers,
      PeerAnswers peerAnswers,
      ExactAnswers exactAnswers,
      FhirAnswers answers,
      AuditTrail audit,
      CheckpointKey key,
      DoorSettings settings,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.protectedAnswers = protectedAnswers;
    this.peerAnswers = peerAnswers;
    this.exactAnswers = exactAnswers;
    this.answers = answers;
    this.audit = audit;
    this.key = key;
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
    answers.answering(exchange, () -> answer(exchange));
  }

  private void answer(Exchange exchange) throws IOException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      throw Refused.because(ErrorCode.NOT_FOUND, "There is no such Measure.");
    }
    boolean exact = address.group(2).equals("evaluate-exact");
    Operation operation = exact ? Operation.EVALUATE_EXACT : Operation.EVALUATE_PROTECTED;
    Caller caller = Callers.of(request);
    access.require(caller, operation, TYPE);
    AskedQuestion asked =
        AskedQuestion.of(
            address.group(1),
            StewardOperations.parameters(request, bodies.read(request), context),
            scope(caller.role()));
    Answer answer = exact ? exactAnswers.answer(asked) : answer(request, asked);
    // Before it is told: what cannot be recorded is not told.
    audit.append(entry(request, operation, asked, answer));
    Footprint.of(request).settle();
    if (answer.status() == AnswerStatus.DEFERRED) {
      exchange.response().setHeader("Retry-After", LOOK_AGAIN_SECONDS);
      answers.accepted(exchange, parameters(answer));
    } else {
      answers.done(exchange, parameters(answer));
    }
  }

  private Answer answer(HttpServletRequest request, AskedQuestion asked) {
    Caller caller = Callers.of(request);
    return caller.role() == Role.PEER
        ? peerAnswers.answer(asked, caller.client(), key(request))
        : protectedAnswers.answer(asked);
  }

  /** What tells a repetition from another question. */
  private static Optional<UUID> key(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Idempotency-Key"))
        .filter(value -> KEY.matcher(value).matches())
        .map(UUID::fromString);
  }

  private AuditEntry entry(
      HttpServletRequest request, Operation operation, AskedQuestion asked, Answer answer) {
    AuditEntry entry =
        AuditEntry.answered(
            clock.instant(),
            AuditAction.EXECUTE,
            operation.code(),
            Callers.of(request),
            RequestIdFilter.of(request),
            answer.status() == AnswerStatus.DEFERRED
                ? HttpServletResponse.SC_ACCEPTED
                : HttpServletResponse.SC_OK,
            null,
            List.of(TYPE + "/" + asked.asking().indicator()));
    return answer.dimensions().isEmpty()
        ? entry
        : entry.with(
            new AuditedQuery(List.copyOf(answer.dimensions()), key.digest(asked.canonical())));
  }

  /** How far a question comes from follows from who asks. */
  private static Scope scope(Role role) {
    return switch (role) {
      case PUBLIC -> Scope.PUBLIC;
      case PEER -> Scope.NETWORK;
      case ANALYST, STEWARD, OPEN -> Scope.OWN_REGISTRY;
      case SUBMITTING_CLINIC, CLINICIAN, AUDITOR ->
          throw Refused.because(
              ErrorCode.FORBIDDEN, "The role %s asks no questions.".formatted(role.code()));
    };
  }

  private static Parameters parameters(Answer answer) {
    var out = new Parameters();
    out.addParameter("status", new CodeType(answer.status().code()));
    answer.cut().ifPresent(cut -> out.addParameter("cut", new DateType(cut.toString())));
    answer.report().ifPresent(report -> out.addParameter().setName("report").setResource(report));
    answer
        .words()
        .ifPresent(words -> out.addParameter().setName("outcome").setResource(outcome(words)));
    return out;
  }

  private static OperationOutcome outcome(String words) {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics(words);
    return outcome;
  }
}
