package org.ketamineregistry.privacy;

import java.util.OptionalLong;

/**
 * A count as a member of the network released it. It came from outside, so it is no {@link
 * ReleasedCount}: whether it was protected is the member's word.
 *
 * @param value empty where it is withheld; else 1 or more, since nobody releases 0
 * @param noiseVariance of the member's noise, finite and not negative
 */
public record MemberCount(OptionalLong value, double noiseVariance) {
  public MemberCount {
    if (value.isPresent() && value.getAsLong() < 1) {
      throw new IllegalArgumentException("A released count is 1 or more, or withheld.");
    }
    if (!(noiseVariance >= 0) || Double.isInfinite(noiseVariance)) {
      throw new IllegalArgumentException("A variance of noise is finite and not negative.");
    }
  }
}
