package org.ketamineregistry.cli.push;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a push achieved so far. Safe for use by many threads. */
final class PushOutcome {
  private final List<Verdict> refusals = new ArrayList<>();
  private long accepted;
  private long skipped;

  synchronized void add(Verdict verdict) {
    if (verdict.accepted()) {
      accepted++;
    } else {
      refusals.add(verdict);
    }
  }

  synchronized void skip() {
    skipped++;
  }

  synchronized long accepted() {
    return accepted;
  }

  /** Files that an earlier push had delivered and that have not changed since. */
  synchronized long skipped() {
    return skipped;
  }

  synchronized long done() {
    return accepted + skipped + refusals.size();
  }

  synchronized long refused() {
    return refusals.size();
  }

  /** In the order of the files' names. */
  synchronized List<Verdict> refusals() {
    return refusals.stream().sorted(Comparator.comparing(Verdict::file)).toList();
  }
}
