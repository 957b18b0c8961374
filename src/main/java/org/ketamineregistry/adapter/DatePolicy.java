package org.ketamineregistry.adapter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of dates before they leave the clinic. Where they are moved, all dates of one
 * patient are moved back by the same number of whole weeks, so that the intervals between doses,
 * scores and reviews stay as they were (R18, R21, R25) and weekdays stay weekdays: a clinic's
 * Mondays on Saturdays would tell the move, but for its weeks.
 *
 * @param weeks the most weeks that dates are moved back; 0 where they are not moved, else {@link
 *     #FEWEST_WEEKS} to {@link #MOST_WEEKS}
 * @param deaths how much of the date of a death leaves
 */
public record DatePolicy(int weeks, Deaths deaths) {
  /** Dates leave as they are. */
  public static final DatePolicy EXACT = new DatePolicy(0, Deaths.DAY);

  /** With fewer a date would hardly be another. */
  static final int FEWEST_WEEKS = 8;

  /** With more a patient's age, and the year of an answer, would be another as a rule. */
  static final int MOST_WEEKS = 52;

  /** How much of the date of a death leaves; death notices make a day known to everybody. */
  public enum Deaths {
    DAY(10),
    MONTH(7),
    YEAR(4);

    private final int length;

    Deaths(int length) {
      this.length = length;
    }

    static List<String> names() {
      return Arrays.stream(values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    static Deaths named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String of(String date) {
      return date.length() > length ? date.substring(0, length) : date;
    }
  }

  public DatePolicy {
    if (weeks != 0 && (weeks < FEWEST_WEEKS || weeks > MOST_WEEKS)) {
      throw new IllegalArgumentException("Dates are moved within 8 to 52 weeks, or not at all.");
    }
  }

  /** Whether dates are moved. */
  public boolean moves() {
    return weeks > 0;
  }

  /**
   * Why a kind of record cannot be brought by this policy, in words for whoever declares it; empty
   * where it can.
   */
  public Optional<String> objection(String kind) {
    return moves() ? TrueDates.ofKind(kind) : Optional.empty();
  }
}
