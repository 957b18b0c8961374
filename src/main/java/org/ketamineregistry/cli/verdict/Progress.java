package org.ketamineregistry.cli.verdict;

import java.io.PrintWriter;
import java.util.Locale;

/** Says on a terminal how many files are done; elsewhere, and for a few files, nothing. */
final class Progress {
  private static final int FEW = 50;
  private static final long PAUSE_NANOS = 200_000_000;

  private final PrintWriter err;
  private final int total;
  private final boolean silent;
  private long shown = System.nanoTime();

  Progress(PrintWriter err, boolean terminal, int total) {
    this.err = err;
    this.total = total;
    silent = !terminal || total < FEW;
  }

  void done(int files) {
    if (silent || System.nanoTime() - shown < PAUSE_NANOS) {
      return;
    }
    shown = System.nanoTime();
    err.print(String.format(Locale.ROOT, "\r%,d of %,d files", files, total));
    err.flush();
  }

  /** Takes the line away before something else is printed. */
  void clear() {
    if (!silent) {
      err.print("\r" + " ".repeat(40) + "\r");
      err.flush();
    }
  }
}
