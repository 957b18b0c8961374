package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
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
   * @param interval the shortest time between two events: a {@link java.time.Period} of calendar
   *     days, so that neither the hour nor a change of the clocks counts, or an exact {@link
   *     Duration}; null where the rule has none
   * @param quantities limits by route
   * @param measurements what must be measured in every session
   */
  public record Limits(
      List<DoseLimit> doses,
      @Nullable TemporalAmount interval,
      List<QuantityLimit> quantities,
      List<RequiredMeasurement> measurements) {
    static final Limits NONE = new Limits(List.of(), null, List.of(), List.of());
  }

  /**
   * A measurement that every session must have (R8).
   *
   * @param code what is measured, as {@code system|code}
   * @param timing before, during or after the dose; null for at any time
   */
  public record RequiredMeasurement(String code, @Nullable String timing) {
    boolean isMetBy(Fact.Measurement measurement) {
      return measurement.codes().contains(code)
          && (timing == null || timing.equals(measurement.timing()));
    }

    @Override
    public String toString() {
      String bare = code.substring(code.indexOf('|') + 1);
      return timing == null ? bare : bare + " " + timing;
    }
  }

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
