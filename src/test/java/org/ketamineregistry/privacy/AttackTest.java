package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every attack is real: it succeeds against guards that others use. And it fails against the
 * registry's, up to what {@code docs/privacy.md} states.
 */
class AttackTest {
  @ParameterizedTest
  @EnumSource(Attack.class)
  void succeedsAgainstAMinimumCell(Attack attack) {
    assertThat(attack.on(Guard.MINIMUM_CELL)).isGreaterThanOrEqualTo(attack.naiveAtLeast);
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void succeedsAgainstFreshNoise(Attack attack) {
    assertThat(attack.on(Guard.FRESH_NOISE)).isGreaterThanOrEqualTo(attack.naiveAtLeast);
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void failsAgainstTheRegistry(Attack attack) {
    assertThat(attack.on(Guard.REGISTRY)).isLessThanOrEqualTo(attack.registryAtMost);
  }

  /** A predicate of one's own leaves one patient over; the lattice has none. */
  @Nested
  class AnInventedStratum {
    @Test
    void singlesOutAPatientWherePredicatesAreFree() {
      List<Integer> ages = IntStream.range(0, 60).boxed().toList();
      long all = ages.stream().filter(age -> age >= 0).count();
      long allButOne = ages.stream().filter(age -> age != 41).count();
      assertThat(all - allButOne).isEqualTo(1);
    }

    @Test
    void isNotInTheLattice() {
      for (int age = 0; age < 100; age++) {
        Ask ask = Ask.about("patients-treated").only("age-band", age + "-" + age);
        assertThatThrownBy(ask::question).isInstanceOf(QuestionRefused.class);
      }
      for (String dimension : List.of("age", "birth-date", "postcode", "clinic", "person")) {
        Ask ask = Ask.about("patients-treated").by(dimension);
        assertThatThrownBy(ask::question).isInstanceOf(QuestionRefused.class);
      }
    }
  }

  /** Two who share their answers see twice as much where each has a budget. */
  @Nested
  class Colluders {
    private final List<Ask> halves =
        List.of(Ask.about("sessions").by("sex", "setting"), Ask.about("sessions").by("age-band"));

    @Test
    void gainWhereEachHasABudget() {
      Map<Integer, Set<CellDigest>> charged = new HashMap<>();
      Set<CellDigest> shared = new HashSet<>();
      for (int asker = 0; asker < 2; asker++) {
        Set<CellDigest> asked = halves.get(asker).question().charges();
        Set<CellDigest> own = charged.computeIfAbsent(asker, key -> new HashSet<>());
        if (new Budget(16).judge(own, asked) instanceof Budget.Within) {
          shared.addAll(asked);
        }
      }
      assertThat(shared).hasSize(25);
    }

    @Test
    void gainNothingWhereTheBudgetIsOne() {
      CellLedger ledger = new BudgetTest.LedgerInMemory();
      Set<CellDigest> shared = new HashSet<>();
      for (Ask half : halves) {
        Question question = half.question();
        if (ledger.charge(question.cut(), question.charges(), new Budget(16))
            instanceof Budget.Within) {
          shared.addAll(question.charges());
        }
      }
      assertThat(shared).hasSize(16);
    }
  }

  /**
   * The sum of keys is linear: who knows two cells exactly sees roughly where their keys are, and
   * so where the key of their union is.
   */
  @Nested
  class ReadingTheSumsOfKeys {
    private final PerturbationTable table = PerturbationTable.of(8, 4);

    @Test
    void tellsTheNoiseOfTheUnionWhereNoiseIsLookedUpByTheSum() {
      assertThat(correlation(false)).isGreaterThan(0.5);
    }

    @Test
    void tellsNothingWhereItIsLookedUpByAHash() {
      assertThat(Math.abs(correlation(true))).isLessThan(0.05);
    }

    /** Between the noise of a union and its expectation, given the noise of both parts. */
    private double correlation(boolean hashed) {
      Random random = new Random(5);
      CellKeys keys = Keys.of(5);
      Map<List<Integer>, double[]> means = new HashMap<>();
      double[][] pairs = new double[20_000][];
      for (int learn = 0; learn < 2; learn++) {
        for (int trial = 0; trial < pairs.length; trial++) {
          long one = random.nextLong();
          long other = random.nextLong();
          List<Integer> seen = List.of(noise(keys, one, hashed), noise(keys, other, hashed));
          int union = noise(keys, one + other, hashed);
          double[] mean = means.computeIfAbsent(seen, key -> new double[2]);
          if (learn == 0) {
            mean[0] += union;
            mean[1]++;
          }
          pairs[trial] = new double[] {mean[1] == 0 ? 0 : mean[0] / mean[1], union};
        }
      }
      return correlation(pairs);
    }

    private int noise(CellKeys keys, long sum, boolean hashed) {
      return table.noise(50, hashed ? keys.draw(CountingUnit.PATIENT, sum) : sum);
    }

    private static double correlation(double[][] pairs) {
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (double[] pair : pairs) {
        xx += pair[0] * pair[0];
        yy += pair[1] * pair[1];
        xy += pair[0] * pair[1];
      }
      return xy / Math.sqrt(xx * yy);
    }
  }

  /**
   * Cell keys alone are not enough: with the same noise for the same members, two nested cells that
   * differ in one patient show by being equal that the patient is in neither.
   */
  @Test
  void nestedCellsWouldTellByBeingEqualIfTheyWereToldApart() {
    Perturbation alone = new Perturbation(PrivacyParameters.defaults(), Keys.of(3));
    Random random = new Random(3);
    Cell cell =
        new Cell(
            "any",
            CountingUnit.PATIENT,
            Ask.about("patients-treated").question().period(),
            new TreeMap<>());
    int won = 0;
    for (int game = 0; game < 1_000; game++) {
      boolean craves = random.nextBoolean();
      Tally without = new Tally(30, 30, random.nextLong(), 0, 5);
      long key = without.personKeys() + (craves ? random.nextLong() : 0);
      ReleasedCount one = alone.released(cell, keyed(30, without.personKeys()));
      ReleasedCount other = alone.released(cell, keyed(craves ? 31 : 30, key));
      won += one.value().equals(other.value()) != craves ? 1 : 0;
    }
    assertThat(won).isGreaterThan(850);
  }

  private static Tally keyed(long persons, long key) {
    return new Tally(persons, persons, key, key, 5);
  }

  /** What remains, stated in the documentation: the only change between two cuts is seen. */
  @Test
  void theOnlyChangeOfACellBetweenTwoCutsIsSeen() {
    assertThat(new Attacks(Guard.REGISTRY, 1).withdrawalBetweenTwoCuts(0)).isGreaterThan(0.85);
  }
}
