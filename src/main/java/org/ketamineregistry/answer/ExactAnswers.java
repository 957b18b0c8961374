package org.ketamineregistry.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.answer.Figures.Count;
import org.ketamineregistry.answer.Figures.Score;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.privacy.Asking;
import org.ketamineregistry.privacy.CellKeys;
import org.ketamineregistry.privacy.Counted;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Population;
import org.ketamineregistry.privacy.Population.Role;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.privacy.QuestionRefused;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Cohorts;
import org.ketamineregistry.store.Cohorts.Selection;
import org.ketamineregistry.store.Counting;

/**
 * Exact figures over what is on record now, for the steward of the registry itself, who may read
 * its records. They are not to leave the registry, and say so.
 */
public final class ExactAnswers {
  private final PublishedMeasures published;
  private final CutSchedule schedule;
  private final CellKeys keys;
  private final Cohorts cohorts;
  private final Supplier<RuleSet> rules;
  private final Clock clock;

  ExactAnswers(
      PublishedMeasures published,
      CutSchedule schedule,
      CellKeys keys,
      Cohorts cohorts,
      Supplier<RuleSet> rules,
      Clock clock) {
    this.published = published;
    this.schedule = schedule;
    this.keys = keys;
    this.cohorts = cohorts;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Answers.
   *
   * @throws Refused 400 where the lattice has no such question, 404 where there is no such Measure
   */
  public Answer answer(AskedQuestion asked) {
    Asking asking = asked.asking();
    Optional<Answer> mismatch = published.mismatch(asked.guideVersion());
    if (mismatch.isPresent()) {
      return mismatch.get();
    }
    Instant now = clock.instant();
    Question question;
    try {
      question = published.lattice().question(asking, schedule, now);
    } catch (QuestionRefused refused) {
      throw Refusals.of(refused);
    }
    if (!cohorts.isCounted(asking.indicator())) {
      return Answer.untold(AnswerStatus.NO_DATA, question, "The indicator is not counted yet.");
    }
    Map<Population, Counted> counted =
        Census.of(
            question,
            cohorts.live(
                new Selection(
                    asking.indicator(),
                    question.period().start(),
                    question.period().end(),
                    Counting.Scope.NATIONAL_REGISTRY,
                    Census.populations(question),
                    Census.dimensions(question)),
                now,
                rules.get().lawfulBasis()),
            keys);
    List<Figures> figures =
        question.strata().stream().flatMap(bands -> rows(question, bands, counted)).toList();
    MeasureReport report =
        new ReportWriter(question, published.measure(asking.indicator())).write(figures, now);
    report.addExtension(ReportExtensions.EXACT, new BooleanType(true));
    return Answer.told(AnswerStatus.COMPLETE, question, null, report);
  }

  private static Stream<Figures> rows(
      Question question, SortedMap<String, String> bands, Map<Population, Counted> counted) {
    return question.indicator().groups().stream()
        .map(
            group -> {
              Map<Role, Count> counts = new EnumMap<>(Role.class);
              for (Population population : group.populations()) {
                counts.put(population.role(), count(question, group, population, bands, counted));
              }
              return new Figures(group.id(), bands, new TreeSet<>(), counts, score(counts));
            });
  }

  private static Count count(
      Question question,
      Group group,
      Population population,
      SortedMap<String, String> bands,
      Map<Population, Counted> counted) {
    Counted members = counted.get(population);
    if (members == null) {
      throw new IllegalStateException("Every population of a question is counted.");
    }
    long exact = members.forSteward(question.cell(group, population, bands).bands()).count();
    return new Count(OptionalLong.of(exact), null, OptionalDouble.empty(), null);
  }

  private static @Nullable Score score(Map<Role, Count> counts) {
    Count numerator = counts.get(Role.NUMERATOR);
    Count denominator = counts.get(Role.DENOMINATOR);
    if (numerator == null || denominator == null) {
      return null;
    }
    double below = denominator.value().orElse(0);
    return new Score(
        below == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(numerator.value().orElse(0) / below),
        null,
        null);
  }
}
