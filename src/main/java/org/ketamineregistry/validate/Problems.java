package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** Puts problems in the order of the text and leaves out what says the same twice. */
final class Problems {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private Problems() {}

  static List<Problem> tidy(List<Problem> problems) {
    Set<String> identifying =
        problems.stream()
            .filter(problem -> problem.code() == ErrorCode.DIRECT_IDENTIFIER)
            .map(problem -> String.valueOf(problem.expression()))
            .collect(Collectors.toSet());
    var seen = new HashSet<Problem>();
    var tidy = new ArrayList<Problem>();
    for (Problem problem : problems) {
      // That a name is forbidden is said once, and better than by a cardinality.
      boolean said =
          problem.code() != ErrorCode.DIRECT_IDENTIFIER
              && identifying.stream()
                  .anyMatch(place -> within(String.valueOf(problem.expression()), place));
      if (!said && seen.add(problem)) {
        tidy.add(problem);
      }
    }
    tidy.sort(BY_PLACE);
    return tidy;
  }

  private static boolean within(String expression, String place) {
    return expression.startsWith(place) || place.startsWith(expression + "[");
  }
}
