package org.ketamineregistry.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ketamineregistry.store.Indicators;
import org.springframework.dao.DataAccessException;

/** Runs the indicators with a fault in their SQL over a cohort, on one connection. */
final class MutationRuns {
  private static final String DECISIONS = "decisions";

  private final LoadedCohort cohort;
  private final Indicators indicators;
  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, Set<String>> read = new HashMap<>();
  private final Map<String, Map<String, Long>> right = new TreeMap<>();

  /**
   * The measures over the cohort, and the decisions of persons, in the order of trying: what found
   * the last fault comes first.
   */
  private final List<String> ways = new ArrayList<>();

  private final SharingPersons sharing = new SharingPersons(1);
  private final Indicators overSharing;
  private UnaryOperator<String> change = UnaryOperator.identity();

  MutationRuns(LoadedCohort cohort) {
    this.cohort = cohort;
    indicators = cohort.database().indicators(sql -> change.apply(sql));
    overSharing = sharing.database().indicators(sql -> change.apply(sql));
    for (String measure : Indicators.MEASURES.stream().sorted().toList()) {
      change =
          sql -> {
            statements.put(measure, IndicatorFiles.prepared(sql));
            return sql;
          };
      right.put(measure, members(measure));
      ways.add(measure);
    }
    // Of decisions the CQL knows nothing; whom they let be counted is found by the first measure.
    statements.put(DECISIONS, statement("sessions"));
    ways.add(DECISIONS);
  }

  /**
   * Whether a fault is found: some measure that reads what has it fails or says something else.
   *
   * @throws IllegalStateException where no measure has the file as it stands
   */
  boolean find(Mutant mutant) {
    String text = IndicatorFiles.text(mutant.file());
    if (ways.stream().noneMatch(way -> statement(way).contains(text))) {
      throw new IllegalStateException("No statement has " + mutant.file() + ".sql as it stands");
    }
    Set<String> changed = NamedQueries.of(text).differing(NamedQueries.of(mutant.sql()));
    List<String> users =
        ways.stream()
            .filter(way -> statement(way).contains(text))
            .filter(way -> !Collections.disjoint(changed, reads(way)))
            .toList();
    change = sql -> IndicatorFiles.prepared(sql).replace(text, mutant.sql());
    for (String way : users) {
      if (isWrong(way)) {
        ways.remove(way);
        ways.add(0, way);
        return true;
      }
    }
    return false;
  }

  private Set<String> reads(String way) {
    return read.computeIfAbsent(
        way,
        one ->
            NamedQueries.of(statement(one))
                .readBy(one.equals(DECISIONS) ? "person_counted" : "member"));
  }

  private String statement(String measure) {
    return statements.getOrDefault(measure, "");
  }

  private boolean isWrong(String way) {
    try {
      return way.equals(DECISIONS)
          ? !sharing.agrees(overSharing)
          : !members(way).equals(right.get(way));
    } catch (DataAccessException e) {
      return true;
    }
  }

  private Map<String, Long> members(String measure) {
    return indicators.of(measure, cohort.counting()).stream()
        .map(CqlMembers::line)
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }
}
