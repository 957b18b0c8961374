package org.ketamineregistry.validate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** Puts problems in the order of the text and leaves out what says the same twice. */
final class Problems {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  /** Of these HL7 tells several for one fault: what says most is enough. */
  private static final Set<ErrorCode> ONCE_A_PLACE =
      Set.of(ErrorCode.CODE_NOT_ALLOWED, ErrorCode.VALUE_INVALID);

  private final Set<String> identifying;
  private final Set<String> prescribed;
  private final Map<String, String> best = new HashMap<>();

  private Problems(List<Problem> problems) {
    identifying = places(problems, ErrorCode.DIRECT_IDENTIFIER);
    prescribed = places(problems, ErrorCode.VALUE_NOT_AS_PROFILED);
    for (Problem problem : problems) {
      if (ONCE_A_PLACE.contains(problem.code())) {
        best.merge(
            problem.code() + place(problem),
            problem.message(),
            (one, other) -> one.length() >= other.length() ? one : other);
      }
    }
  }

  static List<Problem> tidy(List<Problem> problems) {
    var all = new Problems(problems);
    return problems.stream().distinct().filter(all::says).sorted(BY_PLACE).toList();
  }

  private boolean says(Problem problem) {
    String place = place(problem);
    if (problem.code() == ErrorCode.DIRECT_IDENTIFIER) {
      return true;
    }
    // That a name is forbidden is said once, and better than by a cardinality.
    if (identifying.stream().anyMatch(name -> within(place, name))) {
      return false;
    }
    // A code that the profile sets is wrong by its value set and its system too.
    if (problem.code() == ErrorCode.CODE_NOT_ALLOWED && prescribed.contains(place)) {
      return false;
    }
    return !ONCE_A_PLACE.contains(problem.code())
        || problem.message().equals(best.get(problem.code() + place));
  }

  private static Set<String> places(List<Problem> problems, ErrorCode code) {
    return problems.stream()
        .filter(problem -> problem.code() == code)
        .map(Problems::place)
        .collect(Collectors.toSet());
  }

  private static boolean within(String expression, String place) {
    return expression.startsWith(place) || place.startsWith(expression + "[");
  }

  private static String place(Problem problem) {
    return String.valueOf(problem.expression());
  }
}
