package org.ketamineregistry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is counted in an indicator, over a cut or over what is on record now. */
public final class Cohorts {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final CutTable cuts;
  private final Indicators indicators;

  Cohorts(JdbcTemplate jdbc, TransactionTemplate transaction, Indicators indicators) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.indicators = indicators;
    cuts = new CutTable(jdbc);
  }

  /**
   * What is to be counted.
   *
   * @param measure the id of a Measure
   * @param first the first day of the period
   * @param last its last day
   * @param scope for whom it is counted
   * @param populations which of its populations are asked for, each as {@code group|population}
   * @param dimensions by which they are divided
   */
  public record Selection(
      String measure,
      LocalDate first,
      LocalDate last,
      Counting.Scope scope,
      Set<String> populations,
      List<String> dimensions) {
    public Selection {
      populations = Set.copyOf(populations);
      dimensions = List.copyOf(dimensions);
    }

    Counting at(Instant moment, LawfulBasis basis) {
      return new Counting(first, last, moment, scope, basis);
    }
  }

  /** Whether a measure is counted at all. */
  public boolean isCounted(String measure) {
    return Indicators.MEASURES.contains(measure);
  }

  /** A cut with somebody in it; empty where it was not made, or has nobody. */
  public Optional<MadeCut> cut(LocalDate id) {
    return cuts.all().stream().filter(cut -> cut.id().equals(id) && cut.persons() > 0).findFirst();
  }

  /** Who is counted over a cut; empty where it was dropped meanwhile. */
  public Optional<List<CountedUnits>> over(LocalDate cut, Selection what) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                cuts.held(cut)
                    .map(
                        made ->
                            counted(indicators.over(made), what, made.madeAt(), made.basis()))));
  }

  /** Who is counted over what is on record now. */
  public List<CountedUnits> live(Selection what, Instant now, LawfulBasis basis) {
    return Objects.requireNonNull(
        transaction.execute(status -> counted(indicators, what, now, basis)));
  }

  private List<CountedUnits> counted(
      Indicators over, Selection what, Instant moment, LawfulBasis basis) {
    RelationPlans.set(jdbc);
    return over.units(
        what.measure(), what.at(moment, basis), what.populations(), what.dimensions());
  }
}
