package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.privacy.Budget;
import org.ketamineregistry.privacy.CellDigest;
import org.ketamineregistry.privacy.Cut;
import org.ketamineregistry.store.Counting.Scope;

/** What was told of a cut is counted over all who ask, and is not forgotten. */
class CellChargesIT {
  private static final Cut CUT =
      new Cut(LocalDate.parse("2026-11-23"), Instant.parse("2026-11-23T02:00:00Z"));
  private static final Budget BUDGET = new Budget(100);

  private final FlatDatabase database = new FlatDatabase();

  @BeforeEach
  void aCut() {
    var cuts = new TreeSet<>(Comparator.comparing(Cut::id));
    cuts.add(CUT);
    database.cutMaking().make(cuts, LawfulBasis.STATUTORY, CUT.moment());
  }

  @Test
  void theSameCellIsFreeForEverybodyAlsoAfterARestart() {
    assertThat(charge(Scope.NATIONAL_REGISTRY, cells(0, 60)))
        .isEqualTo(new Budget.Within(cells(0, 60), 40));
    assertThat(charge(Scope.NATIONAL_REGISTRY, cells(50, 70)))
        .isEqualTo(new Budget.Within(cells(60, 70), 30));
    assertThat(charge(Scope.NATIONAL_REGISTRY, cells(0, 70)))
        .isEqualTo(new Budget.Within(Set.of(), 30));
  }

  @Test
  void aQuestionIsAnsweredWholeOrNotAtAll() {
    charge(Scope.NATIONAL_REGISTRY, cells(0, 90));

    assertThat(charge(Scope.NATIONAL_REGISTRY, cells(85, 101)))
        .isEqualTo(new Budget.Beyond(11, 10));
    assertThat(charge(Scope.NATIONAL_REGISTRY, cells(90, 100)))
        .isEqualTo(new Budget.Within(cells(90, 100), 0));
  }

  @Test
  void ofOthersTheSameCellIsAnotherAndTheBudgetIsOne() {
    charge(Scope.NATIONAL_REGISTRY, cells(0, 60));

    assertThat(charge(Scope.NETWORK_AGGREGATE, cells(0, 41))).isEqualTo(new Budget.Beyond(41, 40));
    assertThat(charge(Scope.NETWORK_AGGREGATE, cells(0, 40)))
        .isEqualTo(new Budget.Within(cells(0, 40), 0));
  }

  @Test
  void ofTwoAtOnceTheSecondSeesWhatTheFirstWasCharged() throws Exception {
    ExecutorService askers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Budget.Verdict>> questions = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Set<CellDigest> cells = cells(i * 5, i * 5 + 5);
        questions.add(() -> charge(Scope.NATIONAL_REGISTRY, cells));
      }
      int within = 0;
      for (Future<Budget.Verdict> verdict : askers.invokeAll(questions)) {
        within += verdict.get() instanceof Budget.Within ? 1 : 0;
      }
      assertThat(within).isEqualTo(20);
    } finally {
      askers.shutdownNow();
    }
    assertThat(database.texts("SELECT cell FROM registry.cell_charge")).hasSize(100);
  }

  /** A ledger of its own each time, as after a restart. */
  private Budget.Verdict charge(Scope scope, Set<CellDigest> cells) {
    return database.charges().of(scope).charge(CUT, cells, BUDGET);
  }

  private static Set<CellDigest> cells(int from, int to) {
    Set<CellDigest> cells = new HashSet<>();
    for (int i = from; i < to; i++) {
      cells.add(new CellDigest("%064x".formatted(i)));
    }
    return cells;
  }
}
