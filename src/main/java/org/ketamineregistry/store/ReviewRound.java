package org.ketamineregistry.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.store.Findings.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reviews the practice of patients of whom nothing new arrived: when another rule set is in force
 * than at their last review (R1), and when time alone may have changed what is found (R3, R21, S1).
 * Each patient is a transaction of its own under the lock that submissions take, and whether the
 * review is still due is asked under that lock. So any number of instances share the work, a kill
 * loses at most the patient under way, and nothing is done twice.
 */
public final class ReviewRound {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewRound.class);
  private static final int BATCH = 200;

  private final ResourceWriters writers;
  private final TransactionTemplate transaction;
  private final RecordTable records;
  private final ReviewTable reviews;
  private final Findings findings;
  private final Supplier<RuleSet> rules;
  private final Clock clock;

  ReviewRound(
      ResourceWriters writers,
      TransactionTemplate transaction,
      RecordTable records,
      ReviewTable reviews,
      Findings findings,
      Supplier<RuleSet> rules,
      Clock clock) {
    this.writers = writers;
    this.transaction = transaction;
    this.records = records;
    this.reviews = reviews;
    this.findings = findings;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param reviewed how many patients
   * @param failed how many could not be reviewed; the next round tries them again
   * @param found how many findings stand that did not
   * @param ended how many stand no more
   */
  public record Outcome(int reviewed, int failed, int found, int ended) {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0);
    static final Outcome FAILED = new Outcome(0, 1, 0, 0);

    static Outcome of(Changes changes) {
      return new Outcome(1, 0, changes.found().size(), changes.ended());
    }

    Outcome and(Outcome other) {
      return new Outcome(
          reviewed + other.reviewed,
          failed + other.failed,
          found + other.found,
          ended + other.ended);
    }
  }

  /** Reviews whoever is due, until nobody is or the thread is interrupted. */
  public Outcome run() {
    Outcome outcome = Outcome.NOTHING;
    String ruleSet = rules.get().canonical();
    Instant now = clock.instant();
    @Nullable String last = null;
    List<String> batch;
    do {
      batch = reviews.due(ruleSet, now, last, BATCH);
      for (String patient : batch) {
        if (Thread.currentThread().isInterrupted()) {
          return outcome;
        }
        outcome = outcome.and(review(patient, ruleSet, now));
        last = patient;
      }
    } while (batch.size() == BATCH);
    return outcome;
  }

  private Outcome review(String patient, String ruleSet, Instant now) {
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status ->
                  isMine(patient, ruleSet, now)
                      ? Outcome.of(reviewNow(patient))
                      : Outcome.NOTHING));
    } catch (RuntimeException e) {
      // Whatever is wrong with one patient's records must not keep the others from their review.
      // The message might quote a record.
      LOG.warn("A review failed and is tried again in the next round: {}", name(e));
      return Outcome.FAILED;
    }
  }

  private Changes reviewNow(String patient) {
    Known record = Objects.requireNonNull(records.byId(Set.of(patient)).get(patient));
    return writers.writing(record.owner(), writer -> findings.review(Set.of(patient), writer));
  }

  /** Whoever holds the lock writes a review himself. */
  private boolean isMine(String patient, String ruleSet, Instant now) {
    return records.tryLock(patient) && reviews.isDue(patient, ruleSet, now);
  }

  private static String name(RuntimeException e) {
    return Optional.ofNullable(e.getCause())
        .map(cause -> e.getClass().getSimpleName() + " by " + cause.getClass().getSimpleName())
        .orElseGet(e.getClass()::getSimpleName);
  }
}
