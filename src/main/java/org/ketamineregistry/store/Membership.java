package org.ketamineregistry.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That a counting unit is in a population of an indicator. It tells of one patient, and is never an
 * answer: aggregates are made of it.
 *
 * @param group the group of the measure, by its code
 * @param population {@code initial-population}, {@code denominator}, {@code denominator-exclusion}
 *     or {@code numerator}
 * @param unit the id of what is counted: a session, a course, an event, a score; of a patient the
 *     person
 * @param person the key of the person; pseudonyms that are linked have one
 * @param clinic whose record it is
 * @param strata for each dimension the band; null where the record does not say
 */
public record Membership(
    String group,
    String population,
    String unit,
    String person,
    @Nullable String clinic,
    Map<String, @Nullable String> strata) {}
