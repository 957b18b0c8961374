package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof that SQL and CQL agree can fail: of small faults that are put into the SQL of the
 * indicators, each is found over the cohort that {@link IndicatorSqlIT} compares. What cannot be
 * found, since the fault changes nothing, stands with its reason in {@link EquivalentMutants}.
 */
class SqlMutantsIT {
  /** One of how many faults is tried where the volume is not raised. */
  private static final int SAMPLE = 8;

  private static final MutationRuns RUNS = new MutationRuns(LoadedCohort.byChance(1));
  private static final Map<String, String> EQUIVALENT = EquivalentMutants.reasons();
  private static final Set<String> KNOWN = new TreeSet<>();

  static List<String> files() {
    String only = System.getProperty("registry.test.indicators", ".*");
    return IndicatorFiles.names().stream().filter(one -> one.matches(only)).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFaultIsFound(String file) {
    List<String> survivors = new ArrayList<>();
    List<String> foundAllTheSame = new ArrayList<>();
    for (Mutant mutant : SqlMutants.of(file, IndicatorFiles.text(file))) {
      KNOWN.add(mutant.name());
      if (!isTried(mutant)) {
        continue;
      }
      boolean found = RUNS.find(mutant);
      if (!found && !EQUIVALENT.containsKey(mutant.name())) {
        survivors.add(mutant.name());
      }
      if (found && EQUIVALENT.containsKey(mutant.name())) {
        foundAllTheSame.add(mutant.name());
      }
    }
    assertThat(survivors).as("faults that nothing finds").isEmpty();
    assertThat(foundAllTheSame).as("listed as changing nothing, and found").isEmpty();
  }

  /** A list that outlives its lines would hide new faults one day. */
  @AfterAll
  static void everyEquivalentMutantIsAMutant() {
    if (System.getProperty("registry.test.indicators") == null) {
      assertThat(KNOWN)
          .as("lines of the list of equivalent mutants that no file has any more: remove them")
          .containsAll(EQUIVALENT.keySet());
    }
  }

  private static boolean isTried(Mutant mutant) {
    return Integer.getInteger("registry.test.volume", 1) > 1
        || Math.floorMod(mutant.name().hashCode(), SAMPLE) == 0;
  }
}
