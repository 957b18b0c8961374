package org.ketamineregistry.answer;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Interval;
import org.ketamineregistry.privacy.Population.Role;

/**
 * One group of an indicator in one stratum, as a report shows it.
 *
 * @param group the id of the group
 * @param bands the band of each dimension that was asked for
 * @param notToldApart the dimensions whose band the figures are not narrowed to
 * @param counts the counts of the populations
 * @param score the proportion or the rate; null where the indicator is a count
 */
record Figures(
    String group,
    SortedMap<String, String> bands,
    SortedSet<String> notToldApart,
    Map<Role, Count> counts,
    @Nullable Score score) {

  /**
   * A count.
   *
   * @param value empty where it is withheld
   * @param withheld the code of why it is withheld; null where it is shown
   * @param noiseVariance the variance of its noise; empty where it is exact
   * @param interval where the true count lies; null where it is exact or withheld
   */
  record Count(
      OptionalLong value,
      @Nullable String withheld,
      OptionalDouble noiseVariance,
      @Nullable Interval interval) {}

  /**
   * A proportion or a rate.
   *
   * @param value empty where it is withheld, or where nobody is in the denominator
   * @param withheld the code of why it is withheld; null where it is not
   * @param interval its 95 % interval; null where there is none
   */
  record Score(OptionalDouble value, @Nullable String withheld, @Nullable Interval interval) {}
}
