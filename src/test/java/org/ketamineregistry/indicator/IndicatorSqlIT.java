package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.store.Indicators;

/**
 * The indicators' SQL says what their CQL says, of every unit of every patient, in every population
 * and every stratum, over cohorts that chance has made. {@link SqlMutantsIT} shows that these
 * cohorts would find a fault.
 */
class IndicatorSqlIT {
  private static final long COHORT_COUNT = (long) Integer.getInteger("registry.test.volume", 1);

  private static final Set<String> COUNTED = new TreeSet<>();

  static Stream<Arguments> measuresAndSeeds() {
    return Indicators.MEASURES.stream()
        .sorted()
        .flatMap(
            measure ->
                LongStream.rangeClosed(1, COHORT_COUNT)
                    .mapToObj(seed -> Arguments.of(measure, seed)));
  }

  @ParameterizedTest
  @MethodSource("measuresAndSeeds")
  void sqlAndCqlSayTheSame(String measure, long seed) {
    holdEqual(measure, LoadedCohort.byChance(seed));
  }

  static Stream<String> measures() {
    return Indicators.MEASURES.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("measures")
  void sqlAndCqlSayTheSameOfRealisticPersons(String measure) {
    holdEqual(measure, SyntheticPersons.cohort());
  }

  /** That two say nothing alike would prove nothing. */
  @AfterAll
  static void everyMeasureCountedSomething() {
    assertThat(COUNTED).containsAll(Indicators.MEASURES);
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  private static void holdEqual(String measure, LoadedCohort cohort) {
    List<String> bySql =
        cohort.database().indicators().of(measure, cohort.counting()).stream()
            .map(CqlMembers::line)
            .toList();
    List<String> byCql = cohort.byCql(measure);
    assertThat(without(bySql, byCql)).as("by SQL alone").isEmpty();
    assertThat(without(byCql, bySql)).as("by CQL alone").isEmpty();
    if (!bySql.isEmpty()) {
      COUNTED.add(measure);
    }
  }
}
