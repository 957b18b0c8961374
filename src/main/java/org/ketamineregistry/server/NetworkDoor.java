package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Parameters;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.Member;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.NetworkAsking.State;
import org.ketamineregistry.network.NetworkQuestion;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.Term;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Askings;
import org.ketamineregistry.store.Askings.Kept;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Questions to the network, {@code Measure/[id]/$ask-network}. Where every member answers in a
 * moment the answer is given at once; otherwise it is polled at {@code $asking/[id]} by FHIR's
 * asynchronous pattern, and cancelled there by DELETE. An answer that comes late is in the result
 * from then on.
 */
@Order(0)
final class NetworkDoor extends OncePerRequestFilter {
  private static final String TYPE = "Measure";
  private static final String POLLED = WriteDoor.BASE + "/$asking/";
  private static final Pattern ASKED =
      Pattern.compile(
          Pattern.quote(WriteDoor.BASE) + "/" + TYPE + "/([A-Za-z0-9\\-.]{1,64})/\\$ask-network");
  private static final Pattern POLL =
      Pattern.compile(Pattern.quote(POLLED) + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Set<String> POLLING = Set.of("GET", "HEAD", "DELETE");
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Access access;
  private final NetworkDirectory directory;
  private final NetworkQuestions questions;
  private final NetworkWorker worker;
  private final NetworkAnswers network;
  private final NetworkSettings settings;
  private final Askings askings;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  NetworkDoor(
      Access access,
      NetworkDirectory directory,
      NetworkQuestions questions,
      NetworkWorker worker,
      NetworkSettings settings,
      Askings askings,
      FhirAnswers answers,
      DoorSettings door,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.directory = directory;
    this.questions = questions;
    this.worker = worker;
    this.settings = settings;
    this.askings = askings;
    this.answers = answers;
    this.context = context;
    this.clock = clock;
    bodies = new BodyReader(door);
    network = new NetworkAnswers(context);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String method = request.getMethod();
    String path = request.getRequestURI();
    return !(method.equals("POST") && ASKED.matcher(path).matches())
        && !(POLLING.contains(method) && POLL.matcher(path).matches());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(
        exchange,
        () -> {
          exchange.negotiate();
          access.require(Callers.of(request), Operation.ASK_NETWORK, TYPE);
          switch (request.getMethod()) {
            case "POST" -> ask(exchange);
            case "DELETE" -> cancel(exchange);
            default -> poll(exchange);
          }
        });
  }

  private void ask(Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    Matcher address = ASKED.matcher(request.getRequestURI());
    String indicator = address.matches() ? address.group(1) : "";
    Parameters in = StewardOperations.parameters(request, bodies.read(request), context);
    NetworkQuestion question = questions.question(indicator, in);
    Duration deadline = questions.deadline(in);
    Directory members = directory.current();
    NetworkAsking asking =
        asking(request, question, members, questions.members(members, in), deadline);
    askings.begin(
        asking,
        NetworkEntries.of(
            request,
            AuditAction.EXECUTE,
            Operation.ASK_NETWORK.code(),
            asking.id().toString(),
            clock.instant()));
    Footprint.of(request).settle();
    worker.wake();
    tell(exchange, awaited(asking.id()));
  }

  private NetworkAsking asking(
      HttpServletRequest request,
      NetworkQuestion question,
      Directory directory,
      List<Member> members,
      Duration deadline) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Term term = new Term(now.plus(deadline), now.plus(deadline).plus(settings.late()));
    return new NetworkAsking(
        UUID.randomUUID(),
        question,
        NetworkEntries.asker(request),
        directory.version(),
        now,
        term,
        null,
        members.stream()
            .map(
                member ->
                    member.worksBy(question.guideVersion())
                        ? SubTask.due(UUID.randomUUID(), member.id(), now)
                        : SubTask.ended(
                            UUID.randomUUID(), member.id(), now, MemberStatus.VERSION_MISMATCH))
            .toList());
  }

  /** The asking when every member has answered, or after a moment. */
  private Kept awaited(UUID id) {
    long until = System.nanoTime() + settings.atOnce().toNanos();
    Kept kept = askings.find(id).orElseThrow();
    try {
      while (kept.asking().at(clock.instant()).state() == State.IN_PROGRESS
          && System.nanoTime() < until) {
        Thread.sleep(LOOK.toMillis());
        kept = askings.find(id).orElseThrow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kept;
  }

  private void poll(Exchange exchange) throws IOException {
    Kept kept = own(exchange.request());
    worker.wake();
    tell(exchange, kept);
  }

  private void cancel(Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    Kept kept = own(request);
    UUID id = kept.asking().id();
    askings.cancel(
        id,
        clock.instant(),
        NetworkEntries.of(request, AuditAction.DELETE, "$asking", id.toString(), clock.instant()));
    Footprint.of(request).settle();
    answers.accepted(exchange, NetworkAnswers.state(askings.find(id).orElseThrow().asking()));
  }

  /** Whoever asked sees an asking, and a steward sees all; for everybody else there is none. */
  private Kept own(HttpServletRequest request) {
    Matcher address = POLL.matcher(request.getRequestURI());
    Role role = Callers.of(request).role();
    return (address.matches() ? askings.find(UUID.fromString(address.group(1))) : none())
        .filter(kept -> kept.asking().cancelledAt() == null)
        .filter(
            kept ->
                role == Role.STEWARD
                    || role == Role.OPEN
                    || kept.asking().asker().isSame(NetworkEntries.asker(request)))
        .orElseThrow(
            () -> Refused.because(ErrorCode.NOT_FOUND, "There is no such question under way."));
  }

  private static Optional<Kept> none() {
    return Optional.empty();
  }

  private void tell(Exchange exchange, Kept kept) throws IOException {
    Kept now = new Kept(kept.asking().at(clock.instant()), kept.answers());
    NetworkAsking asking = now.asking();
    HttpServletResponse response = exchange.response();
    String address = exchange.base() + POLLED.substring(WriteDoor.BASE.length()) + asking.id();
    response.setHeader("Content-Location", address);
    if (asking.state() == State.ANSWERED) {
      answers.done(exchange, network.result(now));
      return;
    }
    long told = asking.members().stream().filter(member -> member.status() != null).count();
    response.setHeader("Retry-After", "1");
    response.setHeader("X-Progress", told + " of " + asking.members().size() + " members");
    answers.accepted(exchange, NetworkAnswers.state(asking));
  }
}
