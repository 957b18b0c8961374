package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Fact.Seriousness;

/** A limit of a rule, as a jurisdiction sets it. */
public sealed interface Limit {

  /**
   * The largest usual dose.
   *
   * @param maximum in mg, or in mg/kg
   * @param perKg whether the maximum is per kilogram of body weight
   */
  record Dose(Product product, BigDecimal maximum, boolean perKg) implements Limit {}

  /**
   * The shortest time between two events.
   *
   * @param least a {@link java.time.Period} of calendar days, so that neither the hour nor a change
   *     of the clocks counts, or an exact {@link Duration}
   */
  record Shortest(TemporalAmount least) implements Limit {}

  /**
   * The longest time until something is done, or for which something goes on.
   *
   * @param days whole days; the day on which it begins does not count
   */
  record Longest(int days) implements Limit {}

  /**
   * The largest quantity to take home.
   *
   * @param maximumMg in mg of base
   * @param within the period in which supplies are added up; null where each counts alone
   */
  record Quantity(Product product, BigDecimal maximumMg, @Nullable Duration within)
      implements Limit {}

  /**
   * A measurement that every session must have (R8).
   *
   * @param code what is measured, as {@code system|code}
   * @param timing before, during or after the dose; null for at any time
   */
  record Measurement(String code, @Nullable String timing) implements Limit {
    boolean isMetBy(Fact.Measurement measurement) {
      return measurement.codes().contains(code)
          && (timing == null || timing.equals(measurement.timing()));
    }

    @Override
    public String toString() {
      return timing == null ? bare(code) : bare(code) + " " + timing;
    }
  }

  /**
   * A patient information sheet that is current (R6).
   *
   * @param sheet its canonical URL with the version
   * @param since the day on which it became current; a decision of that day may still name another
   */
  record Sheet(String sheet, LocalDate since) implements Limit {
    /** The sheet without its version. */
    String url() {
      return sheet.substring(0, sheet.indexOf('|'));
    }
  }

  /**
   * A condition with which ketamine is not to be given (S3).
   *
   * @param condition as {@code system|code}
   * @param evenInHistory whether it still counts after it has ended
   */
  record Contraindication(String condition, boolean evenInHistory) implements Limit {}

  /**
   * Within how many days of awareness an adverse event must reach the registry (R14).
   *
   * @param days whole days; the day of awareness does not count
   */
  record Deadline(Seriousness seriousness, int days) implements Limit {}

  /**
   * What a response is by an instrument (R21).
   *
   * @param instrument the code of its score, as {@code system|code}
   * @param fall the least fall from baseline, in per cent of the baseline
   */
  record Response(String instrument, BigDecimal fall) implements Limit {}

  /**
   * How often a substance may be taken by a route, at the clinic and at home together (R25).
   *
   * @param maximum the largest number of doses
   * @param days in how many calendar days
   */
  record Frequency(Product product, int maximum, int days) implements Limit {}

  /**
   * How far a dose may rise within a course (R25).
   *
   * @param percent the largest rise over the first dose, in per cent of it
   */
  record Rise(Product product, BigDecimal percent) implements Limit {}

  /**
   * An assessment that is due after the last dose of a course (S1).
   *
   * @param after how many days after it
   * @param window how many days before and after that day count
   * @param assessments what counts, each as {@code system|code}; one of them is enough
   */
  record FollowUp(int after, int window, List<String> assessments) implements Limit {
    @Override
    public String toString() {
      return assessments.stream()
          .map(Limit::bare)
          .collect(Collectors.joining(" or ", "", " after " + after + " d"));
    }
  }

  /** The code of a {@code system|code}. */
  static String bare(String token) {
    return token.substring(token.indexOf('|') + 1);
  }
}
