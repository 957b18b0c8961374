package org.ketamineregistry.cli.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ketamineregistry.refusal.ErrorCode;

/** Counts verdicts. */
final class Tally {
  private int valid;
  private int invalid;
  private int unusable;
  private final Map<ErrorCode, Integer> problems = new EnumMap<>(ErrorCode.class);

  void add(Judged judged) {
    if (judged.unusable() != null) {
      unusable++;
    } else if (judged.isValid()) {
      valid++;
    } else {
      invalid++;
      judged.problems().forEach(problem -> problems.merge(problem.code(), 1, Integer::sum));
    }
  }

  int invalid() {
    return invalid;
  }

  int unusable() {
    return unusable;
  }

  int files() {
    return valid + invalid + unusable;
  }

  /** How often each code was said, the most frequent first. */
  List<Map.Entry<ErrorCode, Integer>> codes() {
    return problems.entrySet().stream()
        .sorted(Map.Entry.<ErrorCode, Integer>comparingByValue().reversed())
        .toList();
  }

  String summary() {
    String text = String.format(Locale.ROOT, "%,d valid, %,d invalid", valid, invalid);
    int all = problems.values().stream().mapToInt(Integer::intValue).sum();
    if (all > 0) {
      text += String.format(Locale.ROOT, " (%,d %s)", all, all == 1 ? "problem" : "problems");
    }
    return unusable == 0 ? text : text + String.format(Locale.ROOT, ", %,d not readable", unusable);
  }
}
