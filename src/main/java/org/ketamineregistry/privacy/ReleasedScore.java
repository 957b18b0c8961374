package org.ketamineregistry.privacy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A proportion or a rate, computed from the released counts and nothing else. */
public final class ReleasedScore {
  private final double value;
  private final @Nullable Interval interval;

  private ReleasedScore(double value, @Nullable Interval interval) {
    this.value = value;
    this.interval = interval;
  }

  static ReleasedScore proportion(ReleasedCount numerator, ReleasedCount denominator) {
    return of(numerator, denominator, Interval::ofProportion);
  }

  static ReleasedScore rate(ReleasedCount numerator, ReleasedCount denominator) {
    return of(numerator, denominator, Interval::ofRate);
  }

  private static ReleasedScore of(
      ReleasedCount numerator, ReleasedCount denominator, Bounds bounds) {
    if (numerator.value().isEmpty() || denominator.value().isEmpty()) {
      return new ReleasedScore(0, null);
    }
    double above = numerator.value().getAsLong();
    double below = denominator.value().getAsLong();
    return new ReleasedScore(
        above / below,
        bounds.of(above, below, numerator.noiseVariance(), denominator.noiseVariance()));
  }

  /** The score; empty where a part of it is withheld. */
  public OptionalDouble value() {
    return interval == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Its 95 % interval, which includes sampling and noise. */
  public Optional<Interval> interval() {
    return Optional.ofNullable(interval);
  }

  /** Why it is withheld. */
  public Optional<Withholding> withholding() {
    return interval == null ? Optional.of(Withholding.PART_WITHHELD) : Optional.empty();
  }

  private interface Bounds {
    Interval of(
        double numerator, double denominator, double numeratorNoise, double denominatorNoise);
  }
}
