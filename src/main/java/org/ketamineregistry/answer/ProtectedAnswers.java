package org.ketamineregistry.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ketamineregistry.privacy.Asking;
import org.ketamineregistry.privacy.Budget;
import org.ketamineregistry.privacy.CellKeys;
import org.ketamineregistry.privacy.Counted;
import org.ketamineregistry.privacy.Population;
import org.ketamineregistry.privacy.PrivacyParameters;
import org.ketamineregistry.privacy.Protection;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.privacy.QuestionRefused;
import org.ketamineregistry.privacy.QuestionRefused.Reason;
import org.ketamineregistry.privacy.ReleasedAnswer;
import org.ketamineregistry.privacy.Scope;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.CellCharges;
import org.ketamineregistry.store.Cohorts;
import org.ketamineregistry.store.Cohorts.Selection;
import org.ketamineregistry.store.CountedUnits;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.MadeCut;

/**
 * Answers questions of others: of the lattice alone, within the budget, over a cut, protected (R10,
 * R14, R20).
 */
public final class ProtectedAnswers {
  private final PublishedMeasures published;
  private final PrivacyParameters parameters;
  private final Set<Scope> scopes;
  private final CellKeys keys;
  private final Protection protection;
  private final Cohorts cohorts;
  private final CellCharges charges;
  private final Clock clock;

  ProtectedAnswers(
      PublishedMeasures published,
      PrivacySettings settings,
      CellKeys keys,
      Cohorts cohorts,
      CellCharges charges,
      Clock clock) {
    this.published = published;
    parameters = settings.parameters();
    scopes = settings.scopes();
    this.keys = keys;
    protection = new Protection(parameters, keys);
    this.cohorts = cohorts;
    this.charges = charges;
    this.clock = clock;
  }

  /**
   * Answers.
   *
   * @throws Refused 400 where the lattice has no such question, 404 where there is no such Measure
   */
  public Answer answer(AskedQuestion asked) {
    return answer(asked, question -> Optional.empty());
  }

  /**
   * Answers, save what is told instead.
   *
   * @param instead what is told instead of an answer to a question that could be answered; nothing
   *     is charged for it
   */
  Answer answer(AskedQuestion asked, Function<Question, Optional<Answer>> instead) {
    Asking asking = asked.asking();
    Optional<Answer> mismatch = published.mismatch(asked.guideVersion());
    if (mismatch.isPresent()) {
      return mismatch.get();
    }
    if (!scopes.contains(asking.asker())) {
      return Answer.untold(
          AnswerStatus.DISALLOWED,
          null,
          "This registry answers no questions that come from %s.".formatted(asking.asker().code()));
    }
    Instant now = clock.instant();
    try {
      Question question = published.lattice().question(asking, parameters.schedule(), now);
      return instead.apply(question).orElseGet(() -> answer(question, asking, now));
    } catch (QuestionRefused refused) {
      if (refused.reason() == Reason.NOT_FOR_THE_ASKER) {
        return Answer.untold(AnswerStatus.DISALLOWED, null, refused.words());
      }
      throw Refusals.of(refused);
    }
  }

  private Answer answer(Question question, Asking asking, Instant now) {
    Optional<MadeCut> cut = cohorts.cut(question.cut().id());
    if (cut.isEmpty() || !cohorts.isCounted(asking.indicator())) {
      return noData(question);
    }
    Counting.Scope scope = counted(asking.asker());
    Budget.Verdict verdict =
        charges
            .of(scope)
            .charge(question.cut(), question.charges(), new Budget(parameters.cellsPerCut()));
    if (verdict instanceof Budget.Beyond beyond) {
      return Answer.untold(AnswerStatus.DISALLOWED, question, words(beyond, question, now));
    }
    Optional<List<CountedUnits>> units =
        cohorts.over(
            question.cut().id(),
            new Selection(
                asking.indicator(),
                question.period().start(),
                question.period().end(),
                scope,
                Census.populations(question),
                Census.dimensions(question)));
    return units
        .map(found -> released(question, asking.indicator(), found, cut.get().madeAt()))
        .orElseGet(() -> noData(question));
  }

  private Answer released(
      Question question, String indicator, List<CountedUnits> units, Instant madeAt) {
    Map<Population, Counted> counted = Census.of(question, units, keys);
    ReleasedAnswer answer =
        protection.release(question, population -> Objects.requireNonNull(counted.get(population)));
    return Answer.told(
        ProtectedReport.isWhole(answer) ? AnswerStatus.COMPLETE : AnswerStatus.WITHHELD,
        question,
        answer.cut().id(),
        ProtectedReport.of(answer, published.measure(indicator), parameters, madeAt));
  }

  private static Answer noData(Question question) {
    return Answer.untold(
        AnswerStatus.NO_DATA,
        question,
        "The registry has no cut of %s with somebody in it.".formatted(question.cut().id()));
  }

  private String words(Budget.Beyond beyond, Question question, Instant now) {
    return ("The question needs %d cells that nobody asked for before, and %d can be asked for over"
            + " the cut of %s. Ask for less, or ask again over the next cut, of %s.")
        .formatted(
            beyond.fresh(),
            beyond.left(),
            question.cut().id(),
            parameters.schedule().nextFor(question.period(), now).id());
  }

  /** A peer is told of those who permit it; R20. */
  private static Counting.Scope counted(Scope asker) {
    return asker == Scope.NETWORK
        ? Counting.Scope.NETWORK_AGGREGATE
        : Counting.Scope.NATIONAL_REGISTRY;
  }
}
