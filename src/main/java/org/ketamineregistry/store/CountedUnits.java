package org.ketamineregistry.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person adds to a population at one clinic in one combination of bands. It tells of one
 * patient, and is never an answer: aggregates are made of it.
 *
 * @param group the group of the measure, by its code
 * @param population {@code initial-population}, {@code denominator} or {@code numerator}
 * @param person the key of the person; pseudonyms that are linked have one
 * @param clinic whose records they are
 * @param bands for each dimension that was asked for the band, in that order; null where the
 *     records do not say
 * @param units the ids of what is counted; of a patient the person
 */
public record CountedUnits(
    String group,
    String population,
    String person,
    @Nullable String clinic,
    List<@Nullable String> bands,
    List<String> units) {}
