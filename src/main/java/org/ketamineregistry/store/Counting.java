package org.ketamineregistry.store;

import java.time.Instant;
import java.time.LocalDate;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * What an indicator is counted over.
 *
 * @param first the first day of the period, by the calendar at the place of treatment
 * @param last its last day
 * @param asOf the moment for which the patients' decisions count: one that expires does so without
 *     a write
 * @param scope for whom it is counted
 * @param basis by which right the registry holds records
 */
public record Counting(
    LocalDate first, LocalDate last, Instant asOf, Scope scope, LawfulBasis basis) {

  /** For whom an aggregate is; a code of the guide's registry purposes. */
  public enum Scope {
    /** The registry's own analyses: whoever may be held counts. */
    NATIONAL_REGISTRY("national-registry"),
    /** The international network: whoever may be held and permits it counts (R20). */
    NETWORK_AGGREGATE("network-aggregate");

    private final String code;

    Scope(String code) {
      this.code = code;
    }

    /** The code of the guide. */
    public String code() {
      return code;
    }
  }
}
