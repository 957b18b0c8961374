package org.ketamineregistry.privacy;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A count as it leaves the registry: perturbed, or withheld and marked so. */
public final class ReleasedCount {
  private final long value;
  private final @Nullable Withholding withholding;
  private final double noiseVariance;

  private ReleasedCount(long value, @Nullable Withholding withholding, double noiseVariance) {
    this.value = value;
    this.withholding = withholding;
    this.noiseVariance = noiseVariance;
  }

  static ReleasedCount of(long perturbed, double noiseVariance) {
    return new ReleasedCount(perturbed, null, noiseVariance);
  }

  static ReleasedCount withheld(Withholding because, double noiseVariance) {
    return new ReleasedCount(0, because, noiseVariance);
  }

  /** The perturbed count, at least the threshold; empty where it is withheld, never 0. */
  public OptionalLong value() {
    return withholding == null ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** Why it is withheld. */
  public Optional<Withholding> withholding() {
    return Optional.ofNullable(withholding);
  }

  /** The variance of the noise that every value of this kind has, in squares of what is counted. */
  public double noiseVariance() {
    return noiseVariance;
  }

  /** Where the true count lies with 95 % confidence. */
  public Optional<Interval> interval() {
    return withholding == null
        ? Optional.of(Interval.ofCount(value, noiseVariance))
        : Optional.empty();
  }

  /** The same as one member's part of an answer of several. */
  public MemberCount asMemberCount() {
    return new MemberCount(value(), noiseVariance);
  }

  @Override
  public String toString() {
    return withholding == null ? Long.toString(value) : withholding.code();
  }
}
