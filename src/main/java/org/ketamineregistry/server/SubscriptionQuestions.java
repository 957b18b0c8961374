package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.EventHistory;
import org.ketamineregistry.store.Subscriptions;
import org.ketamineregistry.subscription.Notice;
import org.ketamineregistry.subscription.NotificationWriter;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;

/**
 * What subscribers ask of their subscriptions, by the operations of HL7's Subscriptions R5 Backport
 * for R4: {@code $status} and {@code $events}.
 */
final class SubscriptionQuestions {
  private static final String TYPE = SubscriptionProvider.TYPE;
  private static final Set<String> STATUS_PARAMETERS = Set.of("id", "status");
  private static final Set<String> EVENTS_PARAMETERS =
      Set.of("eventsSinceNumber", "eventsUntilNumber", "content");
  private static final List<String> STATES =
      Arrays.stream(State.values()).map(State::code).toList();
  private static final int MOST_EVENTS = 1_000;

  private final Access access;
  private final Subscriptions subscriptions;
  private final SubscriptionProvider shown;
  private final EventHistory history;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;

  SubscriptionQuestions(
      Access access,
      Subscriptions subscriptions,
      EventHistory history,
      FhirAnswers answers,
      BodyReader bodies,
      FhirContext context) {
    this.access = access;
    this.subscriptions = subscriptions;
    this.history = history;
    this.answers = answers;
    this.bodies = bodies;
    this.context = context;
    shown = new SubscriptionProvider(subscriptions, access);
  }

  /**
   * Answers an operation at a subscription.
   *
   * @param name with its {@code $}
   */
  void answer(Exchange exchange, String id, String name, Act act) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = act.caller();
    Operation operation = Operation.named(name).orElseThrow();
    access.require(caller, operation, TYPE);
    byte[] body = body(request);
    Subscribed subscribed = shown.required(id, caller, operation);
    if (operation == Operation.STATUS) {
      OperationParameters.of(request, body, context, STATUS_PARAMETERS);
      answers.done(exchange, NotificationWriter.status(List.of(subscribed)));
      return;
    }
    var asked = OperationParameters.of(request, body, context, EVENTS_PARAMETERS);
    long since = number(asked, "eventsSinceNumber", 1);
    long until = number(asked, "eventsUntilNumber", Long.MAX_VALUE);
    List<NumberedEvent> events = history.between(subscribed, since, until, MOST_EVENTS, act);
    Footprint.of(request).settle();
    answers.done(
        exchange,
        NotificationWriter.notification(subscribed, Notice.QUERY_EVENT, events, act.at()));
  }

  /**
   * Answers {@code $status} of all: of the caller's own, whoever it is; a steward asks about
   * another's at the subscription itself.
   */
  void status(Exchange exchange, Act act) throws IOException {
    access.require(act.caller(), Operation.STATUS, TYPE);
    HttpServletRequest request = exchange.request();
    var asked = OperationParameters.of(request, body(request), context, STATUS_PARAMETERS);
    List<String> ids = asked.all("id");
    List<String> states = asked.all("status");
    if (!STATES.containsAll(states)) {
      throw OperationParameters.notUnderstood(
          "The parameter status is one of " + String.join(", ", STATES) + ".");
    }
    answers.done(
        exchange,
        NotificationWriter.status(
            subscriptions.of(act.caller()).stream()
                .filter(one -> ids.isEmpty() || ids.contains(one.id().toString()))
                .filter(one -> states.isEmpty() || states.contains(one.progress().state().code()))
                .toList()));
  }

  private byte[] body(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> new byte[0];
      case "POST" -> bodies.read(request);
      default ->
          throw Refused.because(
              ErrorCode.METHOD_NOT_ALLOWED, "A subscription is asked by GET or POST.");
    };
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
}
