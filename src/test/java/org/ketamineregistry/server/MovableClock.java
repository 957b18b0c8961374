package org.ketamineregistry.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of the registry under test: the machine's, until a test moves it. It never stands. */
@TestComponent
@Primary
final class MovableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  void moveTo(Instant moment) {
    ahead = Duration.between(Instant.now(), moment);
  }

  void moveBack() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The registry's days are those of UTC.");
  }
}
