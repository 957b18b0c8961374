package org.ketamineregistry.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.Subscribed;
import org.springframework.transaction.support.TransactionTemplate;

/** What subscriptions were told of, and what they were not, for whoever asks afterwards. */
public final class EventHistory {
  private final SubscriptionTable table;
  private final SubscriptionEvents events;
  private final ToldErasures erasures;
  private final ToldEvents told;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  EventHistory(
      SubscriptionTable table,
      SubscriptionEvents events,
      ToldErasures erasures,
      ToldEvents told,
      TransactionTemplate transaction,
      AuditTrail audit) {
    this.table = table;
    this.events = events;
    this.erasures = erasures;
    this.told = told;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * The events of a subscription between two numbers, both included. Each names its record where
   * whoever asks may read it now; that is in the audit before this returns.
   *
   * @param most how many at most
   */
  public List<NumberedEvent> between(
      Subscribed subscribed, long since, long until, int most, Act act) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // Else an erasure could come between what is read here and what is kept of it.
              Optional<Subscribed> locked = table.locked(subscribed.id());
              List<NumberedEvent> open =
                  told.open(
                      events.between(subscribed.id(), since, until, most),
                      subscribed,
                      act.caller());
              locked
                  .filter(one -> one.isOf(act.caller()))
                  .ifPresent(one -> erasures.named(one, open, act.at()));
              audit.append(act.entry("$events", ToldEvents.named(subscribed.id(), open)));
              return open;
            }));
  }
}
