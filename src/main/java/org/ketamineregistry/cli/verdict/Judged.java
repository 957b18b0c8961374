package org.ketamineregistry.cli.verdict;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/**
 * A file and the verdict on it.
 *
 * @param offences why it is invalid, in the order of the text
 * @param notices what its sender should know though it is valid
 * @param unusable why nothing can be said of it; null where something can
 * @param took how long it took
 */
record Judged(
    Input input,
    List<Offence> offences,
    List<Notice> notices,
    @Nullable String unusable,
    Duration took) {

  /**
   * A problem with the line that it is in.
   *
   * @param excerpt the line with a caret; empty where the place is not known
   */
  record Offence(Problem problem, String excerpt) {}

  boolean isValid() {
    return unusable == null && offences.isEmpty();
  }

  List<Problem> problems() {
    return offences.stream().map(Offence::problem).toList();
  }
}
