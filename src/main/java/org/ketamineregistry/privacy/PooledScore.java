package org.ketamineregistry.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.privacy.Indicator.Scoring;

/**
 * The members' proportion or rate, computed anew from the sums of their counts: an average of
 * averages would weigh a small member like a large one. A member that withheld its numerator or its
 * denominator is in neither sum, or the quotient would be of different members.
 *
 * @param value the sum of the numerators over that of the denominators
 * @param interval its 95 % interval, with the sampling and the noise of all
 * @param members how many members are in it
 * @param withheld how many are not, since they withheld a part
 * @param heterogeneity how far the members differ; of one member nothing can be said
 */
public record PooledScore(
    double value,
    Interval interval,
    int members,
    int withheld,
    Optional<Heterogeneity> heterogeneity) {

  /**
   * How far members differ beyond sampling and noise (Cochran 1954; Higgins and Thompson 2002).
   *
   * @param q Cochran's Q: near its degrees of freedom where they do not differ
   * @param degreesOfFreedom one less than the members
   * @param iSquared which share of the variation is between members, 0 to 1
   */
  public record Heterogeneity(double q, int degreesOfFreedom, double iSquared) {}

  /** Pools; empty where no member shows both counts. */
  public static Optional<PooledScore> of(Scoring scoring, Collection<MemberScore> scores) {
    List<MemberScore> complete = scores.stream().filter(MemberScore::isComplete).toList();
    if (complete.isEmpty()) {
      return Optional.empty();
    }
    double above = 0;
    double below = 0;
    double aboveNoise = 0;
    double belowNoise = 0;
    for (MemberScore score : complete) {
      above += score.above();
      below += score.below();
      aboveNoise += score.numerator().noiseVariance();
      belowNoise += score.denominator().noiseVariance();
    }
    Interval interval =
        scoring == Scoring.PROPORTION
            ? Interval.ofProportion(above, below, aboveNoise, belowNoise)
            : Interval.ofRate(above, below, aboveNoise, belowNoise);
    return Optional.of(
        new PooledScore(
            above / below,
            interval,
            complete.size(),
            scores.size() - complete.size(),
            heterogeneity(scoring, complete, above / below)));
  }

  private static Optional<Heterogeneity> heterogeneity(
      Scoring scoring, List<MemberScore> scores, double pooled) {
    if (scores.size() < 2) {
      return Optional.empty();
    }
    // The variance under the hypothesis that all have the pooled score: a member's own would weigh
    // those most whose score is small by chance.
    double sampling = scoring == Scoring.PROPORTION ? pooled * (1 - pooled) : pooled;
    double weights = 0;
    double sum = 0;
    double square = 0;
    for (MemberScore score : scores) {
      double own = score.above() / score.below();
      double noise =
          score.numerator().noiseVariance() + pooled * pooled * score.denominator().noiseVariance();
      double variance =
          Math.max(0, sampling) / score.below() + noise / (score.below() * score.below());
      if (variance <= 0) {
        return Optional.empty();
      }
      weights += 1 / variance;
      sum += own / variance;
      square += own * own / variance;
    }
    double q = Math.max(0, square - sum * sum / weights);
    int degrees = scores.size() - 1;
    return Optional.of(new Heterogeneity(q, degrees, q <= degrees ? 0 : (q - degrees) / q));
  }
}
