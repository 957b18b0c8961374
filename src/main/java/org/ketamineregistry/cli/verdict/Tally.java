package org.ketamineregistry.cli.verdict;

import java.util.Locale;

/** Counts verdicts. */
final class Tally {
  private int valid;
  private int invalid;
  private int unusable;
  private int problems;

  void add(Judged judged) {
    if (judged.unusable() != null) {
      unusable++;
    } else if (judged.isValid()) {
      valid++;
    } else {
      invalid++;
      problems += judged.offences().size();
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

  String summary() {
    String text = String.format(Locale.ROOT, "%,d valid, %,d invalid", valid, invalid);
    if (problems > 0) {
      text +=
          String.format(Locale.ROOT, " (%,d %s)", problems, problems == 1 ? "problem" : "problems");
    }
    return unusable == 0 ? text : text + String.format(Locale.ROOT, ", %,d not readable", unusable);
  }
}
