package org.ketamineregistry.store;

import java.time.Instant;
import java.time.LocalDate;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * A cut that was made: a copy of what indicators are counted from.
 *
 * @param id the day of the cut
 * @param moment the moment for which it was due
 * @param madeAt when the copy was taken, for which the patients' decisions count
 * @param copy the schema of the copy
 * @param basis by which right the registry held records then
 * @param persons how many persons were in it when it was made
 */
public record MadeCut(
    LocalDate id, Instant moment, Instant madeAt, String copy, LawfulBasis basis, long persons) {}
