package org.ketamineregistry.cli.adapt;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Mistaken;
import picocli.CommandLine.Option;

/** Whether a source is looked at once, or again and again. */
final class RoundOption {
  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Rounds.Interval.class,
      description =
          "Go on: look at the source again after this time (30s, 15m, 6h, 1d), until the program is"
              + " ended. A round that fails is told, and the next one takes it up.")
  private @Nullable Duration every;

  /** Whether it goes on. */
  boolean goesOn() {
    return every != null;
  }

  /**
   * Looks whether dates may be moved in what is asked for.
   *
   * @throws Mistaken where rounds follow what happens: the time at which the registry receives it
   *     would tell the true date
   */
  void check(DatePolicy dates) throws Mistaken {
    if (every != null && dates.moves()) {
      throw new Mistaken(
          List.of(
              "clinic.dates.policy: --every sends what is new as it happens, so the time at which"
                  + " the registry receives it would tell the true date. Go on with exact dates, or"
                  + " bring what is over without --every."));
    }
  }

  /** Goes once, or round after round where that is asked for. */
  int go(Rounds.Round round) throws InterruptedException {
    return every == null ? round.go() : Rounds.go(every, round);
  }
}
