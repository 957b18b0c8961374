package org.ketamineregistry.cli.push;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to go on with a registry that is busy or away.
 *
 * @param attempts how often one file is sent at most
 * @param first the longest wait after the first attempt; it doubles with each one
 * @param longest the longest wait of all, also when the registry asks for more
 */
public record Patience(int attempts, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /** As long as most registries are busy or away. */
  public static Patience usual(int attempts) {
    return new Patience(attempts, Duration.ofMillis(500), Duration.ofSeconds(60));
  }

  /** Whether that was the last attempt. */
  public boolean isOver(int attempt) {
    return attempt >= attempts;
  }

  /**
   * Half to all of the doubled wait, so that many senders do not come back at once; or what the
   * registry asked for.
   */
  public Duration wait(int attempt, Optional<Duration> asked) {
    long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long ceiling = Math.max(2, Math.min(doubled, longest.toMillis()));
    Duration own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling));
    Duration wanted = asked.filter(asking -> asking.compareTo(own) > 0).orElse(own);
    return wanted.compareTo(longest) > 0 ? longest : wanted;
  }

  /** A Retry-After header: seconds or a date (RFC 9110, section 10.2.3). */
  public static Optional<Duration> retryAfter(String header, Instant now) {
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant when = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, when)).filter(left -> !left.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
