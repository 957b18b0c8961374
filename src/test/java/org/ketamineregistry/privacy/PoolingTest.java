package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.privacy.Indicator.Scoring;

/** What several members released, as one answer. */
class PoolingTest {
  private static final MemberCount WITHHELD = new MemberCount(OptionalLong.empty(), 4);

  @Nested
  class ACount {
    @Test
    void isTheSumWithTheSumOfTheVariances() {
      assertThat(PooledCount.of(List.of(shown(100), shown(50))))
          .isEqualTo(new PooledCount(150, false, 2, 0, 8));
    }

    @Test
    void isALowerBoundWhereAMemberWithheldItsPart() {
      assertThat(PooledCount.of(List.of(shown(100), WITHHELD)))
          .isEqualTo(new PooledCount(100, true, 1, 1, 4));
    }

    @Test
    void isNeverZeroOfAMember() {
      assertThatThrownBy(() -> shown(0)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new MemberCount(OptionalLong.of(3), Double.NaN))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class AScore {
    @Test
    void isComputedAnewFromTheSumsAndIsNoAverageOfAverages() {
      PooledScore score =
          PooledScore.of(Scoring.PROPORTION, List.of(score(10, 20), score(100, 1_000)))
              .orElseThrow();
      assertThat(score.value()).isCloseTo(110 / 1_020.0, within(1e-12));
      assertThat(score.interval()).isEqualTo(Interval.ofProportion(110, 1_020, 8, 8));
    }

    @Test
    void leavesAMemberOutOfBothSumsThatWithheldOne() {
      PooledScore score =
          PooledScore.of(
                  Scoring.PROPORTION,
                  List.of(score(30, 100), new MemberScore(WITHHELD, shown(5_000))))
              .orElseThrow();
      assertThat(score.value()).isEqualTo(0.3);
      assertThat(score.members()).isEqualTo(1);
      assertThat(score.withheld()).isEqualTo(1);
      assertThat(score.heterogeneity()).isEmpty();
    }

    @Test
    void isNoneWhereNobodyShowsBothCounts() {
      assertThat(PooledScore.of(Scoring.RATIO, List.of(new MemberScore(shown(20), WITHHELD))))
          .isEmpty();
      assertThat(PooledScore.of(Scoring.RATIO, List.of())).isEmpty();
    }
  }

  @Nested
  class Heterogeneity {
    @Test
    void isNearNothingWhereMembersDifferByChanceAndNoiseAlone() {
      Random random = new Random(9);
      PerturbationTable table = PerturbationTable.of(8, 4);
      double q = 0;
      int trials = 1_000;
      for (int trial = 0; trial < trials; trial++) {
        List<MemberScore> scores = new ArrayList<>();
        for (int member = 0; member < 6; member++) {
          int patients = 60 + 20 * member;
          int with = 0;
          for (int i = 0; i < patients; i++) {
            with += random.nextDouble() < 0.4 ? 1 : 0;
          }
          scores.add(
              score(
                  with + table.noise(with, random.nextLong()),
                  patients + table.noise(patients, random.nextLong())));
        }
        q +=
            PooledScore.of(Scoring.PROPORTION, scores)
                .orElseThrow()
                .heterogeneity()
                .orElseThrow()
                .q();
      }
      // Without the noise in the variances it would be too large by about a quarter.
      assertThat(q / trials).isCloseTo(5, within(0.3));
    }

    @Test
    void isLargeWhereTheyDiffer() {
      PooledScore score =
          PooledScore.of(
                  Scoring.PROPORTION,
                  List.of(score(200, 1_000), score(600, 1_000), score(350, 1_000)))
              .orElseThrow();
      assertThat(score.heterogeneity().orElseThrow().degreesOfFreedom()).isEqualTo(2);
      assertThat(score.heterogeneity().orElseThrow().iSquared()).isGreaterThan(0.9);
    }
  }

  private static MemberScore score(long numerator, long denominator) {
    return new MemberScore(shown(numerator), shown(denominator));
  }

  private static MemberCount shown(long value) {
    return new MemberCount(OptionalLong.of(value), 4);
  }
}
