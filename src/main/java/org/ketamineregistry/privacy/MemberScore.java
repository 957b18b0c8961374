package org.ketamineregistry.privacy;

/** Numerator and denominator of one member in one stratum. */
public record MemberScore(MemberCount numerator, MemberCount denominator) {
  /** Whether both are shown, so that they have a quotient. */
  boolean isComplete() {
    return numerator.value().isPresent() && denominator.value().isPresent();
  }

  double above() {
    return numerator.value().orElseThrow();
  }

  double below() {
    return denominator.value().orElseThrow();
  }
}
