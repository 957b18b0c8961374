package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.store.Indicators;
import org.springframework.dao.DataAccessException;

/**
 * The proof that SQL and CQL agree can fail: of small faults that are put into the SQL, each is
 * found over the cohorts of {@link IndicatorSqlIT}.
 */
class SqlMutantsIT {
  private static final Map<String, Map<String, Long>> RIGHT = new TreeMap<>();
  private static final Map<String, String> STATEMENTS = new HashMap<>();
  private static final LoadedCohort COHORT = LoadedCohort.byChance(1);

  static Stream<String> files() {
    String only = System.getProperty("registry.test.mutants", "");
    return IndicatorFiles.names().stream().filter(one -> one.matches(only.isEmpty() ? ".*" : only));
  }

  private static final Mutable<String> REWRITE = new Mutable<>();

  static final class Mutable<T> {
    UnaryOperator<T> value = UnaryOperator.identity();
  }

  private static final Indicators MUTATED =
      COHORT.database().indicators(sql -> REWRITE.value.apply(sql));

  private static Map<String, Long> members(String measure) {
    return MUTATED.of(measure, COHORT.counting()).stream()
        .map(CqlMembers::line)
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFaultIsFound(String file) {
    for (String measure : Indicators.MEASURES) {
      RIGHT.computeIfAbsent(
          measure,
          one -> {
            REWRITE.value =
                sql -> {
                  STATEMENTS.put(one, IndicatorFiles.prepared(sql));
                  return sql;
                };
            return members(one);
          });
    }
    String text = IndicatorFiles.text(file);
    List<String> users =
        Indicators.MEASURES.stream()
            .filter(one -> STATEMENTS.get(one).contains(text))
            .sorted()
            .toList();
    assertThat(users).isNotEmpty();
    List<String> survivors = new ArrayList<>();
    long begin = System.nanoTime();
    int runs = 0;
    int errors = 0;
    List<Mutant> mutants = SqlMutants.of(file, text);
    for (Mutant mutant : mutants) {
      boolean found = false;
      for (String measure : users) {
        REWRITE.value = sql -> IndicatorFiles.prepared(sql).replace(text, mutant.sql());
        runs++;
        try {
          found = !members(measure).equals(RIGHT.get(measure));
        } catch (DataAccessException e) {
          found = true;
          errors++;
          if (System.getProperty("registry.test.verbose") != null) {
            System.out.println("ERROR " + mutant.name() + " " + e.getCause().getMessage().lines().findFirst().orElse(""));
          }
        }
        if (found) {
          break;
        }
      }
      if (!found) {
        survivors.add(mutant.name());
      }
    }
    System.out.println(
        "FILE " + file + " mutants " + mutants.size() + " runs " + runs + " errors " + errors + " survivors " + survivors.size()
            + " ms " + (System.nanoTime() - begin) / 1_000_000);
    survivors.forEach(one -> System.out.println("SURVIVOR " + one));
  }
}
