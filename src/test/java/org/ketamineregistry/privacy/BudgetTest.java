package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.privacy.Budget.Beyond;
import org.ketamineregistry.privacy.Budget.Within;

/** How many cells of a cut are told, to all askers together. */
class BudgetTest {
  private final LedgerInMemory ledger = new LedgerInMemory();
  private final Budget budget = new Budget(20);
  private final Question bySex = Ask.about("sessions").by("sex").question();
  private final Question bySexAndSetting = Ask.about("sessions").by("sex", "setting").question();

  @Test
  void permitsWhatIsLeft() {
    assertThat(charge(bySexAndSetting)).isInstanceOf(Within.class);
    assertThat(charge(bySex)).isEqualTo(new Within(bySex.charges(), 0));
  }

  @Test
  void refusesAQuestionWholeAndWritesNothingDown() {
    charge(bySexAndSetting);
    Question byAge = Ask.about("sessions").by("age-band").question();
    assertThat(charge(byAge)).isEqualTo(new Beyond(9, 4));
    assertThat(charge(bySex)).isInstanceOf(Within.class);
  }

  @Test
  void chargesACellOnceWhoeverAsks() {
    charge(bySexAndSetting);
    for (int asker = 0; asker < 100; asker++) {
      assertThat(charge(bySexAndSetting)).isEqualTo(new Within(Set.of(), 4));
    }
  }

  @Test
  void givesTwoWhoShareTheirAnswersNoMoreThanOne() {
    Set<CellDigest> told = new HashSet<>();
    for (int asker = 0; asker < 2; asker++) {
      for (String dimension : Set.of("sex", "age-band", "setting", "sessions-so-far", "route")) {
        Question question = Ask.about("sessions").by(dimension).question();
        if (charge(question) instanceof Within) {
          told.addAll(question.charges());
        }
      }
    }
    assertThat(told).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void beginsAnewWithTheNextCut() {
    charge(bySexAndSetting);
    Question next = Ask.about("sessions").by("age-band").at("2027-01-10T00:00:00Z").question();
    assertThat(charge(next)).isInstanceOf(Within.class);
  }

  private Budget.Verdict charge(Question question) {
    return ledger.charge(question.cut(), question.charges(), budget);
  }

  /** Keeps what was charged as long as the test runs. */
  static final class LedgerInMemory implements CellLedger {
    private final Map<Cut, Set<CellDigest>> charged = new HashMap<>();

    @Override
    public synchronized Budget.Verdict charge(Cut cut, Set<CellDigest> asked, Budget budget) {
      Set<CellDigest> before = charged.computeIfAbsent(cut, key -> new HashSet<>());
      Budget.Verdict verdict = budget.judge(before, asked);
      if (verdict instanceof Within within) {
        before.addAll(within.fresh());
      }
      return verdict;
    }
  }
}
