package org.ketamineregistry.cli.adapt;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Help.Ansi;

/**
 * Says how far a run has come: a line that redraws itself on a terminal, one now and then
 * elsewhere.
 */
public final class RowProgress implements Consumer<Tally> {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration NEXT_LINE = Duration.ofSeconds(15);

  private final PrintWriter err;
  private final boolean terminal;
  private final String words;
  private final long total;
  private long shown = System.nanoTime();

  /**
   * @param words what is counted
   * @param total how many there are
   */
  private RowProgress(PrintWriter err, boolean terminal, String words, long total) {
    this.words = words;
    this.err = err;
    this.terminal = terminal;
    this.total = total;
  }

  /** Shows it where a command speaks to whoever runs it. */
  public static RowProgress at(Terminal terminal, String words, long total) {
    return new RowProgress(terminal.progress(), Ansi.AUTO.enabled(), words, total);
  }

  @Override
  public void accept(Tally tally) {
    long now = System.nanoTime();
    if (now - shown < (terminal ? REDRAW : NEXT_LINE).toNanos()) {
      return;
    }
    shown = now;
    String state =
        String.format(
            Locale.ROOT, "%,d of %,d %s, %,d refused", tally.read(), total, words, tally.refused());
    err.print(terminal ? "\r" + state + "  " : state + System.lineSeparator());
    err.flush();
  }

  /** Takes the line away. */
  public void end() {
    if (terminal) {
      err.print("\r" + " ".repeat(60) + "\r");
      err.flush();
    }
  }
}
