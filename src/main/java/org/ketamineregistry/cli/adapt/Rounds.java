package org.ketamineregistry.cli.adapt;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Does something again and again, until the program is told to end. */
public final class Rounds {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private Rounds() {}

  /** A round, which tells itself what came of it. */
  public interface Round {
    /** Goes once; returns an exit code. */
    int go() throws InterruptedException;
  }

  /** How a time between rounds is written: 30s, 15m, 6h, 1d. */
  public static final class Interval implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String text) {
      Matcher parts = FORM.matcher(text);
      if (parts.matches()) {
        long number = Long.parseLong(parts.group(1));
        Duration said =
            switch (parts.group(2)) {
              case "s" -> Duration.ofSeconds(number);
              case "m" -> Duration.ofMinutes(number);
              case "h" -> Duration.ofHours(number);
              default -> Duration.ofDays(number);
            };
        if (!said.isZero() && said.compareTo(LONGEST) <= 0) {
          return said;
        }
      }
      throw new TypeConversionException("it is a time such as 30s, 15m, 6h or 1d, to 31d");
    }
  }

  /**
   * Goes round after round. Told to end, a round stops where it is and keeps how far it was.
   *
   * @param every from the end of a round to the beginning of the next
   * @return the exit code of the last round that came to its end
   */
  public static int go(Duration every, Round round) {
    Thread here = Thread.currentThread();
    var end = new Thread(() -> end(here), "rounds-end");
    Runtime.getRuntime().addShutdownHook(end);
    int code = 0;
    try {
      while (true) {
        int came = round.go();
        if (here.isInterrupted()) {
          return code; // What it came to is that it was told to end.
        }
        code = came;
        Thread.sleep(every.toMillis());
      }
    } catch (InterruptedException e) {
      return code;
    } finally {
      forget(end);
    }
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The program is ending, which is why this was reached.
    }
  }

  private static void end(Thread round) {
    round.interrupt();
    try {
      round.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
