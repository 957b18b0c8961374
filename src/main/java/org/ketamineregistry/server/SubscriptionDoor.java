package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Subscriptions;
import org.ketamineregistry.subscription.Notice;
import org.ketamineregistry.subscription.NotificationWriter;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.SubscriptionWriter;
import org.ketamineregistry.subscription.Wish;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door for subscriptions: {@code POST Subscription}, {@code PUT Subscription/[id]}, and {@code
 * $status} and {@code $events} of one. A subscription is a client's and no record of a patient, so
 * it does not walk the line; it is held against its profile all the same.
 */
@Order(0)
final class SubscriptionDoor extends OncePerRequestFilter {
  private static final String TYPE = SubscriptionProvider.TYPE;
  private static final Pattern WRITTEN =
      Pattern.compile(Pattern.quote(WriteDoor.BASE + "/" + TYPE) + "(?:/([A-Za-z0-9\\-.]{1,64}))?");
  private static final Pattern ASKED =
      Pattern.compile(
          Pattern.quote(WriteDoor.BASE + "/" + TYPE)
              + "/([A-Za-z0-9\\-.]{1,64})/(\\$status|\\$events)");
  private static final Set<String> PARAMETERS =
      Set.of("eventsSinceNumber", "eventsUntilNumber", "content");
  private static final Pattern VERSION = Pattern.compile("W/\"([0-9]{1,9})\"");
  private static final int MOST_EVENTS = 1_000;

  private final Access access;
  private final Subscriptions subscriptions;
  private final SubscriptionProvider shown;
  private final SubscriptionText texts;
  private final SubscriptionSettings settings;
  private final AccessSettings identity;
  private final SubscriptionWorker worker;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  SubscriptionDoor(
      Access access,
      Subscriptions subscriptions,
      SubscriptionText texts,
      SubscriptionSettings settings,
      AccessSettings identity,
      SubscriptionWorker worker,
      FhirAnswers answers,
      DoorSettings door,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.subscriptions = subscriptions;
    this.texts = texts;
    this.settings = settings;
    this.identity = identity;
    this.worker = worker;
    this.answers = answers;
    this.context = context;
    this.clock = clock;
    shown = new SubscriptionProvider(subscriptions, access);
    bodies = new BodyReader(door);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !isWritten(request.getMethod(), path) && !ASKED.matcher(path).matches();
  }

  private static boolean isWritten(String method, String path) {
    Matcher address = WRITTEN.matcher(path);
    return address.matches()
        && (method.equals("PUT") || (method.equals("POST") && address.group(1) == null));
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
          Matcher asked = ASKED.matcher(request.getRequestURI());
          if (asked.matches()) {
            answer(exchange, asked.group(1), asked.group(2));
          } else if (request.getMethod().equals("POST")) {
            add(exchange);
          } else {
            change(exchange);
          }
        });
  }

  private void add(Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    access.require(Callers.of(request), Operation.CREATE, TYPE);
    unconditionally(request);
    SubscriptionText.Sent sent = sent(request, null);
    Wish wish =
        sent.wish()
            .orElseThrow(
                () ->
                    Refused.because(
                        ErrorCode.VALUE_INVALID, "A new subscription has the status requested."));
    Reach reach = reach(request, wish);
    Subscribed made =
        subscriptions.add(
            wish, sent.headers(), base(exchange), reach, settings.perClient(), act(request));
    written(exchange, HttpServletResponse.SC_CREATED, made);
  }

  private void change(Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    Matcher address = WRITTEN.matcher(request.getRequestURI());
    Caller caller = Callers.of(request);
    access.require(caller, Operation.UPDATE, TYPE);
    String id = address.matches() ? address.group(1) : null;
    if (id == null) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "A subscription is changed at the address that it was given, [base]/Subscription/[id].");
    }
    unconditionally(request);
    Subscribed before = shown.find(id, caller, Operation.UPDATE).orElseThrow(this::unknown);
    SubscriptionText.Sent sent = sent(request, id);
    String version = version(request);
    Subscribed after;
    if (sent.wish().isEmpty()) {
      after = subscriptions.switchOff(before.id(), version, act(request));
    } else if (before.isOf(caller)) {
      Wish wish = sent.wish().get();
      after =
          subscriptions.change(
              before.id(),
              version,
              wish,
              sent.headers(),
              base(exchange),
              reach(request, wish),
              settings.perClient(),
              act(request));
    } else {
      throw Refused.because(
          ErrorCode.FORBIDDEN,
          "The steward switches another's subscription off by the status off, and changes nothing"
              + " else of it.");
    }
    written(exchange, HttpServletResponse.SC_OK, after);
  }

  private static void unconditionally(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean condition =
        query != null
            && List.of(query.split("&")).stream()
                .anyMatch(part -> !part.startsWith("_format=") && !part.startsWith("_pretty="));
    if (request.getHeader("If-None-Exist") != null || condition) {
      throw Refused.because(
          ErrorCode.UNSUPPORTED_CONDITION,
          "A subscription has no identifier to be known by: send it without a condition, and change"
              + " it at the address that it was given.");
    }
  }

  /** A subscriber reads what it is told of; whoever may not is not told. */
  private Reach reach(HttpServletRequest request, Wish wish) {
    return access.require(Callers.of(request), Operation.READ, wish.topic().focus());
  }

  private SubscriptionText.Sent sent(HttpServletRequest request, @Nullable String id)
      throws IOException {
    byte[] body = bodies.read(request);
    return texts.read(
        new Incoming(
            Door.verdict(TYPE, id),
            WriteAddress.formatOf(request),
            body,
            now(),
            RequestIdFilter.of(request),
            Callers.of(request)));
  }

  private static @Nullable String version(HttpServletRequest request) {
    String ifMatch = request.getHeader("If-Match");
    if (ifMatch == null) {
      return null;
    }
    Matcher version = VERSION.matcher(ifMatch.strip());
    if (!version.matches()) {
      throw Refused.because(
          ErrorCode.VERSION_MISMATCH, "If-Match names a version as its ETag does, W/\"1\".");
    }
    return version.group(1);
  }

  private void written(Exchange exchange, int status, Subscribed subscribed) throws IOException {
    Footprint.of(exchange.request()).settle();
    worker.wake();
    HttpServletResponse response = exchange.response();
    Subscription resource = SubscriptionWriter.resource(subscribed);
    response.setHeader(
        "Location",
        exchange.base() + "/Subscription/" + subscribed.id() + "/_history/" + subscribed.version());
    response.setHeader("ETag", "W/\"" + subscribed.version() + "\"");
    answers.told(exchange, status, resource);
  }

  private void answer(Exchange exchange, String id, String name) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    Operation operation = Operation.named(name).orElseThrow();
    access.require(caller, operation, TYPE);
    byte[] body =
        switch (request.getMethod()) {
          case "GET", "HEAD" -> new byte[0];
          case "POST" -> bodies.read(request);
          default ->
              throw Refused.because(
                  ErrorCode.METHOD_NOT_ALLOWED, "A subscription is asked by GET or POST.");
        };
    Subscribed subscribed = shown.find(id, caller, operation).orElseThrow(this::unknown);
    if (operation == Operation.STATUS) {
      OperationParameters.of(request, body, context, Set.of("id", "status"));
      answers.done(exchange, NotificationWriter.status(subscribed));
      return;
    }
    var asked = OperationParameters.of(request, body, context, PARAMETERS);
    long since = number(asked, "eventsSinceNumber", 1);
    long until = number(asked, "eventsUntilNumber", Long.MAX_VALUE);
    List<NumberedEvent> events =
        subscriptions.events(subscribed, since, until, MOST_EVENTS, act(request));
    Footprint.of(request).settle();
    answers.done(
        exchange,
        NotificationWriter.notification(subscribed, Notice.QUERY_EVENT, events, clock.instant()));
  }

  private static long number(OperationParameters asked, String name, long otherwise) {
    return asked
        .one(name)
        .map(
            text -> {
              if (!text.matches("[0-9]{1,18}")) {
                throw OperationParameters.notUnderstood(
                    "The parameter " + name + " is the number of an event, 0 or more.");
              }
              return Long.parseLong(text);
            })
        .orElse(otherwise);
  }

  private Refused unknown() {
    return Refused.because(ErrorCode.NOT_FOUND, "There is no such subscription.");
  }

  /** As tokens name it where there are any; else as whoever is at this machine has asked. */
  private String base(Exchange exchange) {
    return identity.isGuarded() ? String.valueOf(identity.audience()) : exchange.base();
  }

  private Act act(HttpServletRequest request) {
    return new Act(Callers.of(request), RequestIdFilter.of(request), now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
