package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's rules of good practice, in one version (R1).
 *
 * @param canonical the rule set's canonical URL with its version
 * @param jurisdiction ISO 3166 code
 * @param effectiveFrom the first day on which it holds
 * @param effectiveUntil the last day on which it holds; null for until further notice
 * @param lawfulBasis by which right the registry holds records
 * @param writtenConsent whether consent must be in writing (R5)
 * @param rules the rules in force, each with its limits
 */
public record RuleSet(
    String canonical,
    String jurisdiction,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    LawfulBasis lawfulBasis,
    boolean writtenConsent,
    Map<Rule, Limits> rules) {

  /** By which right the registry holds a patient's records. */
  public enum LawfulBasis {
    /** The law says that every treatment is reported. */
    STATUTORY,
    /** Records are held unless the patient says no. */
    OPT_OUT,
    /** Records are held where the patient says yes. */
    OPT_IN
  }

  /**
   * The limits of a rule.
   *
   * @param doses limits by substance and route
   * @param interval the shortest time between two events; null where the rule has none
   * @param quantities limits by route
   */
  public record Limits(
      List<DoseLimit> doses, @Nullable Duration interval, List<QuantityLimit> quantities) {}

  /**
   * The largest usual dose of a substance by a route.
   *
   * @param substance the guide's substance code
   * @param route the route's code
   * @param maximum in mg, or in mg/kg
   * @param perKg whether the maximum is per kilogram of body weight
   */
  public record DoseLimit(String substance, String route, BigDecimal maximum, boolean perKg) {}

  /**
   * The largest quantity of a substance to take home by a route.
   *
   * @param substance the guide's substance code
   * @param route the route's code
   * @param maximumMg in mg of base
   * @param within the period in which supplies are added up; null where each counts alone
   */
  public record QuantityLimit(
      String substance, String route, BigDecimal maximumMg, @Nullable Duration within) {}

  /** Whether the rule set holds on a day. */
  public boolean effectiveOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
  }
}
