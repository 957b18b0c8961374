package org.ketamineregistry.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.subscription.HookHeaders;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Wish;
import org.springframework.transaction.support.TransactionTemplate;

/** Subscriptions as their owners and the steward keep them. */
public final class Subscriptions {
  private final SubscriptionTable table;
  private final HookSecrets secrets;
  private final SubscriberStanding standing;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  Subscriptions(
      SubscriptionTable table,
      HookSecrets secrets,
      SubscriberStanding standing,
      TransactionTemplate transaction,
      AuditTrail audit) {
    this.table = table;
    this.secrets = secrets;
    this.standing = standing;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * Subscribes.
   *
   * @param base the FHIR base as the subscriber knows it
   * @param reach how far the subscriber may read what the topic is about
   * @param most how many a client may have
   * @throws Refused 422 where the client has as many as it may, 403 where the registry does not
   *     know its clinic, or has it as closed
   */
  public Subscribed add(
      Wish wish, HookHeaders headers, String base, Reach reach, int most, Act act) {
    Caller caller = act.caller();
    Subscribed made = Subscribed.begun(caller, standing.owner(caller, reach), base, wish, act.at());
    transaction.executeWithoutResult(
        status -> {
          refuseOneTooMany(caller, most);
          table.insert(made, secrets.sealed(headers));
          audit.append(entry(AuditAction.CREATE, "create", made.id(), act));
        });
    return made;
  }

  /**
   * Changes a subscription, and asks for its hook again. The secrets of the hook stay where none
   * are sent and the hook is the same; another address never gets them.
   *
   * @param version which is changed; null for whichever is current
   * @throws Refused 404 where there is none, 412 where another version is current, 403 as {@link
   *     #add}
   */
  public Subscribed change(
      UUID id,
      @Nullable String version,
      Wish wish,
      HookHeaders headers,
      String base,
      Reach reach,
      int most,
      Act act) {
    return changed(
        id,
        version,
        act,
        before -> {
          refuseOtherTopic(before, wish);
          if (before.progress().state() == State.OFF) {
            refuseOneTooMany(act.caller(), most);
          }
          boolean keeps = headers.isEmpty() && before.wish().endpoint().equals(wish.endpoint());
          Subscribed after =
              before.changed(
                  act.caller(), standing.owner(act.caller(), reach), base, wish, act.at());
          table.change(after, keeps ? table.headers(id) : secrets.sealed(headers));
          return after;
        });
  }

  /**
   * Switches a subscription off; its secrets are forgotten.
   *
   * @throws Refused 404 where there is none, 412 where another version is current
   */
  public Subscribed switchOff(UUID id, @Nullable String version, Act act) {
    return changed(
        id,
        version,
        act,
        before -> {
          Subscribed after = before.off(act.at());
          table.change(after, null);
          return after;
        });
  }

  private static void refuseOtherTopic(Subscribed before, Wish wish) {
    if (before.wish().topic() != wish.topic()) {
      throw new Refused(
          Problem.at(
              ErrorCode.VALUE_INVALID,
              "Subscription.criteria",
              0,
              0,
              "A subscription keeps its topic, since its events are counted: subscribe to another"
                  + " topic by POST, and switch this one off."));
    }
  }

  private void refuseOneTooMany(Caller caller, int most) {
    table.lock(caller.client());
    if (table.count(caller.client()) >= most) {
      throw Refused.because(
          ErrorCode.TOO_MANY_SUBSCRIPTIONS,
          "The client has as many subscriptions as it may, "
              + most
              + ": send one that is done with again with the status off.");
    }
  }

  private interface Change {
    Subscribed of(Subscribed before);
  }

  private Subscribed changed(UUID id, @Nullable String version, Act act, Change change) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Subscribed before =
                  table
                      .locked(id)
                      .orElseThrow(
                          () ->
                              Refused.because(
                                  ErrorCode.NOT_FOUND, "There is no such subscription."));
              if (version != null && !version.equals(Integer.toString(before.version()))) {
                throw Refused.because(
                    ErrorCode.VERSION_MISMATCH,
                    "The version that If-Match names is no longer current: read the subscription"
                        + " again and repeat the change.");
              }
              Subscribed after = change.of(before);
              audit.append(entry(AuditAction.UPDATE, "update", id, act));
              return after;
            }));
  }

  private static AuditEntry entry(AuditAction action, String interaction, UUID id, Act act) {
    return AuditEntry.done(
        act.at(), action, interaction, act.caller(), act.request(), List.of("Subscription/" + id));
  }

  /** The subscription with an id. */
  public Optional<Subscribed> find(UUID id) {
    return table.find(id);
  }

  /** The newest thousand subscriptions of a caller. */
  public List<Subscribed> of(Caller caller) {
    return table.of(caller.client(), caller.clinic());
  }

  /** The newest thousand subscriptions. */
  public List<Subscribed> all() {
    return table.of(null, null);
  }
}
