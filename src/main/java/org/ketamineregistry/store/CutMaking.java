package org.ketamineregistry.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.privacy.Cut;
import org.ketamineregistry.profiles.ProfilePackage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the cuts that are due, and drops those that no figure is asked over any more. Of any number
 * of instances one does so at a time. A cut once made does not change, with two exceptions: one of
 * nobody is made again, and a person who is erased is removed from all.
 */
public final class CutMaking {
  private static final String LOCK = "hashtextextended('registry.cut', 0)";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate outer;
  private final TransactionTemplate inner;
  private final CutTable table;
  private final CutCopies copies;
  private final String[] adverseEffects;

  /**
   * Made by Spring, in the server and for a command alike.
   *
   * @param guide whose value sets count
   */
  public CutMaking(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, ProfilePackage guide) {
    adverseEffects = Indicators.adverseEffects(guide);
    this.jdbc = jdbc;
    outer = new TransactionTemplate(transactions);
    inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    table = new CutTable(jdbc);
    copies = new CutCopies(jdbc);
  }

  /**
   * Makes what is missing.
   *
   * @param needed every cut that some figure can be asked over now
   * @param basis by which right the registry holds records now
   * @param now the moment of making
   * @return the cuts that were made now; empty where another instance is at it
   */
  public Optional<List<MadeCut>> make(SortedSet<Cut> needed, LawfulBasis basis, Instant now) {
    return Objects.requireNonNull(
        outer.execute(
            status -> {
              if (!Boolean.TRUE.equals(
                  jdbc.queryForObject(
                      "SELECT pg_try_advisory_xact_lock(" + LOCK + ")", Boolean.class))) {
                return Optional.empty();
              }
              // The snapshot of the copy is taken when no erasure is under way, and none begins.
              new ErasureTable(jdbc).lockIn();
              return Optional.of(
                  Objects.requireNonNull(inner.execute(within -> makeNow(needed, basis, now))));
            }));
  }

  /** All cuts that there are, in order. */
  public List<MadeCut> all() {
    return table.all();
  }

  /** How many rows each table of a cut has, by its name. */
  public Map<String, Long> rows(MadeCut cut) {
    return copies.rows(cut.copy());
  }

  private List<MadeCut> makeNow(SortedSet<Cut> needed, LawfulBasis basis, Instant now) {
    // JPA's transaction manager, which the server has, sets no isolation itself.
    jdbc.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    List<MadeCut> there = new ArrayList<>(table.all());
    boolean anybody = isAnybodyOnFile();
    removeAll(
        there,
        there.stream()
            .filter(cut -> (anybody && cut.persons() == 0) || isOutdated(cut, needed))
            .toList());
    SortedSet<Cut> missing = new TreeSet<>(needed.comparator());
    missing.addAll(needed);
    missing.removeIf(cut -> there.stream().anyMatch(made -> made.id().equals(cut.id())));
    List<MadeCut> made = missing.isEmpty() ? List.of() : add(missing, basis, now);
    copies.keep(
        table.all().stream().map(MadeCut::copy).collect(Collectors.toCollection(TreeSet::new)));
    return made;
  }

  private List<MadeCut> add(SortedSet<Cut> missing, LawfulBasis basis, Instant now) {
    Instant madeAt = now.truncatedTo(ChronoUnit.MICROS); // As the database keeps it.
    String copy = copies.take(missing.last().id(), madeAt, basis, adverseEffects);
    long persons = copies.persons();
    List<MadeCut> made =
        missing.stream()
            .map(cut -> new MadeCut(cut.id(), cut.moment(), madeAt, copy, basis, persons))
            .toList();
    made.forEach(table::add);
    return made;
  }

  private void removeAll(List<MadeCut> there, Collection<MadeCut> gone) {
    table.remove(gone.stream().map(MadeCut::id).toList());
    there.removeAll(Set.copyOf(gone));
  }

  /** A cut of later than the latest stays: the clock of some instance may be slow. */
  private static boolean isOutdated(MadeCut cut, SortedSet<Cut> needed) {
    return cut.id().isBefore(needed.last().id())
        && needed.stream().noneMatch(one -> one.id().equals(cut.id()));
  }

  private boolean isAnybodyOnFile() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("SELECT EXISTS (SELECT FROM flat.person)", Boolean.class));
  }
}
