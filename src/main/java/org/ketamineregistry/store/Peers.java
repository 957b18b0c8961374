package org.ketamineregistry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.network.PeerDecision;
import org.ketamineregistry.network.PeerPolicy;
import org.ketamineregistry.network.PeerQuestion;
import org.ketamineregistry.network.PeerRules;
import org.ketamineregistry.network.PeerStanding;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stewards decide about other registries' questions, and the questions that wait for it (R10,
 * R20). Decisions and their entries in the audit are one transaction.
 */
public final class Peers {
  private static final long AGAIN_AFTER_SECONDS = 3_600;

  private final PeerTable table;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  Peers(PeerTable table, TransactionTemplate transaction, AuditTrail audit) {
    this.table = table;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** What was decided for all questions of a peer about an indicator. */
  public Optional<PeerPolicy> policy(String peer, String indicator) {
    return table.standing(peer, indicator).map(PeerStanding::policy);
  }

  /** All that was decided so. */
  public List<PeerStanding> standing() {
    return table.standing();
  }

  /** What waits for a steward, the eldest first. */
  public List<PeerQuestion> waiting(Instant now) {
    return table.waiting(now);
  }

  /**
   * Keeps a question that was asked, or finds it again by the peer and the peer's key.
   *
   * @throws Refused 429 where too many of the peer wait already; 409 where the key was used for
   *     another question
   */
  public PeerQuestion keep(PeerQuestion asked, PeerRules rules) {
    return Objects.requireNonNull(transaction.execute(status -> kept(asked, rules)));
  }

  private PeerQuestion kept(PeerQuestion asked, PeerRules rules) {
    table.lock(asked.peer());
    table.forget(asked.askedAt().minus(rules.kept()));
    Optional<PeerQuestion> known = table.find(asked.peer(), asked.key());
    if (known.isPresent()) {
      if (!known.get().question().equals(asked.question())) {
        throw Refused.because(
            ErrorCode.IDEMPOTENCY_KEY_REUSED,
            "This Idempotency-Key was sent with another question. Make a new UUID for each question,"
                + " and send the same one only where you ask the same again.");
      }
      return known.get();
    }
    long waiting =
        table.waiting(asked.askedAt()).stream()
            .filter(one -> one.peer().equals(asked.peer()))
            .count();
    if (waiting >= rules.mostWaiting()) {
      throw Refused.after(
          AGAIN_AFTER_SECONDS,
          ErrorCode.TOO_MANY_WAITING,
          "%d questions of yours wait for this registry's steward, which is as many as may. Ask again"
                  .formatted(waiting)
              + " when some of them are decided.");
    }
    table.insert(asked);
    return asked;
  }

  /** A question that a steward allowed is answered over a cut, and over no other. */
  public void answered(UUID question, LocalDate cut) {
    transaction.executeWithoutResult(
        status -> table.locked(question).map(one -> one.answered(cut)).ifPresent(table::update));
  }

  /**
   * A steward decides about a question.
   *
   * @param answer whether it is to be answered
   * @param stands whether the same is decided for all questions of the peer about the indicator,
   *     those that wait included
   * @throws Refused 404 where no such question waits, or was decided so lately that it can be
   *     decided again
   */
  public PeerQuestion decide(
      UUID id, boolean answer, boolean stands, String reason, PeerRules rules, Act act) {
    return Objects.requireNonNull(
        transaction.execute(status -> decided(id, answer, stands, reason, rules, act)));
  }

  private PeerQuestion decided(
      UUID id, boolean answer, boolean stands, String reason, PeerRules rules, Act act) {
    PeerDecision decision = decision(reason, act);
    PeerQuestion question =
        table
            .locked(id)
            .filter(one -> act.at().isBefore(one.until()))
            .map(one -> one.decided(answer, decision, rules.waits()))
            .orElseThrow(
                () -> Refused.because(ErrorCode.NOT_FOUND, "No such question waits any more."));
    table.update(question);
    String indicator = question.question().indicator();
    if (stands) {
      PeerPolicy policy = answer ? PeerPolicy.AUTOMATIC : PeerPolicy.NEVER;
      table.put(new PeerStanding(question.peer(), indicator, policy, decision));
      table.waiting(act.at()).stream()
          .filter(one -> one.peer().equals(question.peer()))
          .filter(one -> one.question().indicator().equals(indicator))
          .forEach(one -> table.update(one.decided(answer, decision, rules.waits())));
    }
    audit.append(act.entry("$decide-question", List.of("Measure/" + indicator, "Task/" + id)));
    return question;
  }

  /** A steward decides for all questions of a peer about an indicator. */
  public PeerStanding set(
      String peer, String indicator, PeerPolicy policy, String reason, Act act) {
    var standing = new PeerStanding(peer, indicator, policy, decision(reason, act));
    transaction.executeWithoutResult(
        status -> {
          table.put(standing);
          audit.append(act.entry("$set-peer-policy", List.of("Measure/" + indicator)));
        });
    return standing;
  }

  private static PeerDecision decision(String reason, Act act) {
    return new PeerDecision(reason, act.caller().client(), act.caller().user(), act.at());
  }
}
