package org.ketamineregistry.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.ketamineregistry.network.NetworkQuestion;
import org.ketamineregistry.network.PeerPolicy;
import org.ketamineregistry.network.PeerQuestion;
import org.ketamineregistry.network.PeerRules;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Peers;

/**
 * Answers questions of other registries (R10, R20): by themselves, after its steward has looked, or
 * not at all. Only what is answered is charged to the budget, and over the cut of that moment.
 */
public final class PeerAnswers {
  private final ProtectedAnswers answers;
  private final Peers peers;
  private final PeerRules rules;
  private final Clock clock;

  public PeerAnswers(ProtectedAnswers answers, Peers peers, PeerRules rules, Clock clock) {
    this.answers = answers;
    this.peers = peers;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Answers, or tells why not.
   *
   * @param peer the client id of the peer
   * @param key the peer's {@code Idempotency-Key}; empty where it sent none that is a UUID
   * @throws Refused as {@link ProtectedAnswers#answer}; 400 where a question has to wait and has no
   *     key, 409 where the key is another question's, 429 where too many of the peer wait
   */
  public Answer answer(AskedQuestion asked, String peer, Optional<UUID> key) {
    return answers.answer(
        asked,
        question -> {
          PeerPolicy policy =
              peers.policy(peer, asked.asking().indicator()).orElseGet(rules::policy);
          return switch (policy) {
            case AUTOMATIC -> Optional.empty();
            case NEVER ->
                Optional.of(
                    disallowed(
                        question,
                        "This registry answers no questions of yours about this indicator. Its"
                            + " steward can say why."));
            case AFTER_A_LOOK -> looked(asked, question, peer, key.orElseThrow(() -> keyless()));
          };
        });
  }

  private Optional<Answer> looked(AskedQuestion asked, Question question, String peer, UUID key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PeerQuestion kept =
        peers.keep(
            PeerQuestion.asked(
                peer, key, NetworkQuestion.of(question, asked.guideVersion()), now, rules.waits()),
            rules);
    LocalDate cut = question.cut().id();
    return switch (kept.verdict(now, cut)) {
      case ANSWERED -> {
        peers.answered(kept.id(), cut);
        yield Optional.empty();
      }
      case WAITS ->
          Optional.of(
              Answer.untold(
                  AnswerStatus.DEFERRED,
                  question,
                  "This registry's steward looks at the question first. Ask again later, by the same"
                      + " Idempotency-Key, until %s.".formatted(kept.until())));
      case REFUSED ->
          Optional.of(disallowed(question, "This registry's steward does not let it be answered."));
      case EXPIRED ->
          Optional.of(
              disallowed(
                  question,
                  "The time of this question is over. Ask it anew, by a new Idempotency-Key."));
      case SPENT ->
          Optional.of(
              disallowed(
                  question,
                  "The steward let this question be answered over one cut, and it was. Ask over the"
                      + " cut of %s anew, by a new Idempotency-Key.".formatted(cut)));
    };
  }

  private static Answer disallowed(Question question, String words) {
    return Answer.untold(AnswerStatus.DISALLOWED, question, words);
  }

  private static Refused keyless() {
    return Refused.because(
        ErrorCode.IDEMPOTENCY_KEY_MISSING,
        "This registry's steward looks at the question first, and has to know it when you ask again:"
            + " send the header Idempotency-Key with a UUID, the same one each time that you ask for"
            + " this answer.");
  }
}
