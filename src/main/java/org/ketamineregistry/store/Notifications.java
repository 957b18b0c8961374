package org.ketamineregistry.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.subscription.Happening;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.HookHeaders;
import org.ketamineregistry.subscription.Notice;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.Progress;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What subscriptions are told, from the outbox to the hook. Everything is in the database: any
 * number of instances share the work, what a worker has is its own by a lease, and where it dies
 * another tells the same again. So a hook is told at least once, and in order.
 */
public final class Notifications {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final int BATCH = 200;

  private final SubscriptionTable table;
  private final HookTable hooks;
  private final SubscriptionEvents events;
  private final Outbox outbox;
  private final ToldErasures erasures;
  private final SubscriberStanding standing;
  private final HookSecrets secrets;
  private final ToldRecords records;
  private final ToldEvents told;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  Notifications(
      SubscriptionTable table,
      HookTable hooks,
      SubscriptionEvents events,
      Outbox outbox,
      ToldErasures erasures,
      SubscriberStanding standing,
      HookSecrets secrets,
      ToldRecords records,
      TransactionTemplate transaction,
      AuditTrail audit) {
    this.table = table;
    this.hooks = hooks;
    this.events = events;
    this.outbox = outbox;
    this.erasures = erasures;
    this.standing = standing;
    this.secrets = secrets;
    this.records = records;
    told = new ToldEvents(records);
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * A hook that is to be called now.
   *
   * @param lease by which what becomes of it is known
   * @param headers what the hook wants on its requests
   * @param events of an event notification, each with the record that may be named
   */
  public record Claim(
      Subscribed subscribed,
      UUID lease,
      HookHeaders headers,
      Notice notice,
      List<NumberedEvent> events) {
    public Claim {
      events = List.copyOf(events);
    }
  }

  /**
   * Gives what happened to the subscriptions that it concerns, by number. What a subscriber may not
   * read of now is no event to it, and gets no number.
   *
   * @return how many things that happened were taken; fewer than {@value #BATCH} when none is left
   */
  public int distribute(Instant now) {
    return Objects.requireNonNullElse(
        transaction.execute(
            status -> {
              List<Happening> taken = outbox.take(BATCH);
              byTopic(taken).forEach((topic, some) -> distribute(topic, some, now));
              return taken.size();
            }),
        0);
  }

  /** Whether so many were taken that there may be more. */
  public static boolean isFull(int taken) {
    return taken == BATCH;
  }

  private static Map<Topic, List<Happening>> byTopic(List<Happening> taken) {
    Map<Topic, List<Happening>> byTopic = new EnumMap<>(Topic.class);
    taken.forEach(one -> byTopic.computeIfAbsent(one.topic(), topic -> new ArrayList<>()).add(one));
    return byTopic;
  }

  private void distribute(Topic topic, List<Happening> happenings, Instant now) {
    for (Subscribed subscribed : hooks.listening(topic)) {
      List<Happening> meant = happenings.stream().filter(subscribed::means).toList();
      if (!topic.isToldWithoutFocus()) {
        Set<String> open =
            records.among(
                meant.stream().map(one -> one.focus().toString()).distinct().toList(),
                subscribed.subscriber(),
                topic);
        meant = meant.stream().filter(one -> open.contains(one.focus().toString())).toList();
      }
      if (!meant.isEmpty()) {
        events.add(subscribed.id(), meant, subscribed.events() + 1, subscribed.progress().state());
        hooks.counted(subscribed.id(), meant.size(), now);
      }
    }
  }

  /**
   * Takes one hook that is to be called. Which records are named is decided now, and is in the
   * audit before anything is sent.
   *
   * @param lease how long this worker is taken to be alive
   */
  public Optional<Claim> claim(Instant now, Duration lease) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> due(now).map(subscribed -> claimed(subscribed, now, now.plus(lease)))));
  }

  /** Who is to be called; whoever is nobody any more who may be told is not, and never again. */
  private Optional<Subscribed> due(Instant now) {
    Optional<Subscribed> due = hooks.due(now).flatMap(table::find);
    while (due.isPresent() && !standing.has(due.get())) {
      table.change(due.get().off(HookFailure.CLINIC_CLOSED, now), null);
      LOG.info("Subscription {} is off: its clinic is closed", due.get().id());
      due = hooks.due(now).flatMap(table::find);
    }
    return due;
  }

  private Claim claimed(Subscribed subscribed, Instant now, Instant until) {
    UUID lease = UUID.randomUUID();
    List<NumberedEvent> named = List.of();
    Notice notice = Notice.HANDSHAKE;
    if (subscribed.progress().state() == State.ACTIVE) {
      List<NumberedEvent> waiting = events.waiting(subscribed.id(), subscribed.wish().maxCount());
      named = told.open(waiting, subscribed, subscribed.subscriber());
      notice = waiting.isEmpty() ? Notice.HEARTBEAT : Notice.EVENT_NOTIFICATION;
    }
    hooks.lease(subscribed.id(), lease, until);
    if (named.stream().anyMatch(event -> event.focus() != null)) {
      audit.append(
          AuditEntry.done(
              now,
              AuditAction.READ,
              "$notify",
              subscribed.subscriber(),
              lease.toString(),
              ToldEvents.named(subscribed.id(), named)));
    }
    return new Claim(
        subscribed, lease, secrets.opened(table.headers(subscribed.id())), notice, named);
  }

  /** The hook took what it was told. Nothing is done where the claim is no longer this worker's. */
  public void told(Claim claim, Instant now) {
    UUID id = claim.subscribed().id();
    transaction.executeWithoutResult(
        status ->
            hooks
                .leased(id, claim.lease())
                .ifPresent(
                    subscribed -> {
                      events.told(id, claim.events());
                      erasures.named(subscribed, claim.events(), now);
                      if (claim.notice() == Notice.HANDSHAKE) {
                        events.revive(id);
                      }
                      boolean more = !events.waiting(id, 1).isEmpty();
                      hooks.progress(
                          id, subscribed.progress().told(now, more, subscribed.wish().heartbeat()));
                    }));
  }

  /**
   * The hook was not told.
   *
   * @param change what becomes of it, purely
   * @return how many events became dead letters
   */
  public int failed(Claim claim, Instant now, UnaryOperator<Progress> change) {
    UUID id = claim.subscribed().id();
    return Objects.requireNonNullElse(
        transaction.execute(
            status ->
                hooks
                    .leased(id, claim.lease())
                    .map(
                        subscribed -> {
                          Progress after = change.apply(subscribed.progress());
                          HookFailure failure = after.failure();
                          if (failure != null && failure.mayHaveBeenRead()) {
                            erasures.named(subscribed, claim.events(), now);
                          }
                          hooks.progress(id, after);
                          return after.state() == State.ERROR ? events.bury(id) : 0;
                        })
                    .orElse(0)),
        0);
  }

  /**
   * Ends subscriptions whose time is over, and forgets events that are older than a moment, and
   * what has been off since before it.
   */
  public void pass(Instant now, Instant before) {
    transaction.executeWithoutResult(
        status -> {
          table.end(now);
          table.forget(before);
          events.forget(before);
        });
  }
}
