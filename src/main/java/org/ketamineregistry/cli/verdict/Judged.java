package org.ketamineregistry.cli.verdict;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Verdict;

/**
 * A text and the verdict on it.
 *
 * @param verdict what is said of it
 * @param excerpts for each problem the line that it is in; empty where the place is not known
 * @param unusable why nothing can be said of it; null where something can
 * @param took how long it took
 */
record Judged(
    Input input, Verdict verdict, List<String> excerpts, @Nullable String unusable, Duration took) {

  static Judged unusable(Input input, String why, Duration took) {
    return new Judged(input, Verdict.refused(List.of()), List.of(), why, took);
  }

  boolean isValid() {
    return unusable == null && verdict.isValid();
  }

  List<Problem> problems() {
    return verdict.problems();
  }
}
