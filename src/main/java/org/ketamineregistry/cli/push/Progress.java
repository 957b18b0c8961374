package org.ketamineregistry.cli.push;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says how far a push has come: a bar that redraws itself on a terminal, a line now and then
 * elsewhere.
 */
final class Progress {
  private static final int BAR = 30;
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration NEXT_LINE = Duration.ofSeconds(15);

  private final PrintWriter out;
  private final boolean terminal;
  private final long total;
  private final long started = System.nanoTime();
  private final AtomicLong lastShown = new AtomicLong(started);

  Progress(PrintWriter out, boolean terminal, long total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  void show(PushOutcome outcome) {
    long now = System.nanoTime();
    long last = lastShown.get();
    long pause = (terminal ? REDRAW : NEXT_LINE).toNanos();
    if (now - last >= pause && lastShown.compareAndSet(last, now)) {
      print(outcome, now);
    }
  }

  void end(PushOutcome outcome) {
    if (terminal) {
      print(outcome, System.nanoTime());
      out.println();
      out.flush();
    }
  }

  private synchronized void print(PushOutcome outcome, long now) {
    long done = outcome.done();
    double share = total == 0 ? 1 : Math.min(1, done / (double) total);
    double perSecond = done / Math.max(0.001, (now - started) / 1e9);
    String state =
        String.format(
            Locale.ROOT,
            "%3.0f %%  %,d of %,d files, %,d refused, %,.0f a second",
            share * 100,
            done,
            total,
            outcome.refused(),
            perSecond);
    if (terminal) {
      int full = (int) (share * BAR);
      out.print("\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + state + "  ");
    } else {
      out.println(state);
    }
    out.flush();
  }
}
