package org.ketamineregistry.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ketamineregistry.practice.RuleSet;

/** Remembers the rule set for as long as the day lasts, so that a new one begins on its date. */
final class RuleSetOfTheDay implements Supplier<RuleSet> {
  private final Function<LocalDate, RuleSet> reader;
  private final Clock clock;
  private volatile Remembered remembered;

  private record Remembered(LocalDate day, RuleSet set) {}

  RuleSetOfTheDay(Function<LocalDate, RuleSet> reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    LocalDate today = LocalDate.now(clock);
    remembered = new Remembered(today, reader.apply(today));
  }

  @Override
  public RuleSet get() {
    LocalDate today = LocalDate.now(clock);
    Remembered current = remembered;
    if (!current.day().equals(today)) {
      current = new Remembered(today, reader.apply(today));
      remembered = current;
    }
    return current.set();
  }
}
