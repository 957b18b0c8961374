package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.SubscriptionWriter;
import org.ketamineregistry.subscription.Wish;

/**
 * What may be written of subscriptions, by whom. A subscription is a client's and no record of a
 * patient, so it does not walk the line; it is held against its profile all the same.
 */
final class SubscriptionWrites {
  private static final String TYPE = SubscriptionProvider.TYPE;
  private static final Pattern VERSION = Pattern.compile("W/\"([0-9]{1,9})\"");

  private final Access access;
  private final Subscriptions subscriptions;
  private final SubscriptionProvider shown;
  private final SubscriptionText texts;
  private final SubscriptionSettings settings;
  private final AccessSettings identity;
  private final SubscriptionWorker worker;
  private final FhirAnswers answers;
  private final BodyReader bodies;

  SubscriptionWrites(
      Access access,
      Subscriptions subscriptions,
      SubscriptionText texts,
      SubscriptionSettings settings,
      AccessSettings identity,
      SubscriptionWorker worker,
      FhirAnswers answers,
      BodyReader bodies) {
    this.access = access;
    this.subscriptions = subscriptions;
    this.texts = texts;
    this.settings = settings;
    this.identity = identity;
    this.worker = worker;
    this.answers = answers;
    this.bodies = bodies;
    shown = new SubscriptionProvider(subscriptions, access);
  }

  /** Answers {@code POST Subscription}. */
  void add(Exchange exchange, Act act) throws IOException {
    HttpServletRequest request = exchange.request();
    access.require(act.caller(), Operation.CREATE, TYPE);
    unconditionally(request);
    SubscriptionText.Sent sent = sent(request, null, act);
    Wish wish =
        sent.wish()
            .orElseThrow(
                () ->
                    Refused.because(
                        ErrorCode.VALUE_INVALID, "A new subscription has the status requested."));
    Reach reach = reach(act, wish);
    Subscribed made =
        subscriptions.add(wish, sent.headers(), base(exchange), reach, settings.perClient(), act);
    written(exchange, HttpServletResponse.SC_CREATED, made);
  }

  /**
   * Answers {@code PUT Subscription/[id]}.
   *
   * @param id as the address has it; null where it has none
   */
  void change(Exchange exchange, @Nullable String id, Act act) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = act.caller();
    access.require(caller, Operation.UPDATE, TYPE);
    if (id == null) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "A subscription is changed at the address that it was given, [base]/Subscription/[id].");
    }
    unconditionally(request);
    Subscribed before = shown.required(id, caller, Operation.UPDATE);
    SubscriptionText.Sent sent = sent(request, id, act);
    String version = version(request);
    Subscribed after;
    if (sent.wish().isEmpty()) {
      after = subscriptions.switchOff(before.id(), version, act);
    } else if (before.isOf(caller)) {
      Wish wish = sent.wish().get();
      after =
          subscriptions.change(
              before.id(),
              version,
              wish,
              sent.headers(),
              base(exchange),
              reach(act, wish),
              settings.perClient(),
              act);
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
  private Reach reach(Act act, Wish wish) {
    return access.require(act.caller(), Operation.READ, wish.topic().focus());
  }

  private SubscriptionText.Sent sent(HttpServletRequest request, @Nullable String id, Act act)
      throws IOException {
    byte[] body = bodies.read(request);
    return texts.read(
        new Incoming(
            Door.verdict(TYPE, id),
            WriteAddress.formatOf(request),
            body,
            act.at(),
            act.request(),
            act.caller()));
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

  /** As tokens name it where there are any; else as whoever is at this machine has asked. */
  private String base(Exchange exchange) {
    return identity.isGuarded() ? String.valueOf(identity.audience()) : exchange.base();
  }
}
