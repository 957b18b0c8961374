package org.ketamineregistry.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ketamineregistry.privacy.QuestionRefused.Reason;

/**
 * A period that can be asked about: a calendar quarter or a calendar year, by the days of the place
 * of treatment. Free ranges of quarters would let a quarter be told from the difference of two
 * ranges, in more ways the more quarters there are; quarters and years meet once.
 */
public final class ReportingPeriod {
  /** The offset in which a day ends last on Earth. */
  private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

  private final LocalDate start;
  private final LocalDate end;

  private ReportingPeriod(LocalDate start, LocalDate end) {
    this.start = start;
    this.end = end;
  }

  /**
   * The period from its first to its last day.
   *
   * @throws QuestionRefused where it is neither a calendar quarter nor a calendar year
   */
  public static ReportingPeriod of(LocalDate start, LocalDate end) {
    boolean quarter = (start.getMonthValue() - 1) % 3 == 0 && end.equals(lastDay(start, 3));
    boolean year = start.getMonthValue() == 1 && end.equals(lastDay(start, 12));
    if (start.getDayOfMonth() != 1 || !(quarter || year)) {
      throw new QuestionRefused(
          Reason.PERIOD_NOT_PUBLISHED,
          "Ask for one calendar quarter or one calendar year, from its first day to its last.");
    }
    return new ReportingPeriod(start, end);
  }

  /** The calendar quarter that a day is in. */
  public static ReportingPeriod quarterOf(LocalDate day) {
    LocalDate start = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    return new ReportingPeriod(start, lastDay(start, 3));
  }

  /** The calendar year that a day is in. */
  public static ReportingPeriod yearOf(LocalDate day) {
    return new ReportingPeriod(
        LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
  }

  private static LocalDate lastDay(LocalDate start, int months) {
    return start.plusMonths(months).minusDays(1);
  }

  /** Its first day. */
  public LocalDate start() {
    return start;
  }

  /** Its last day. */
  public LocalDate end() {
    return end;
  }

  public boolean isYear() {
    return !end.equals(lastDay(start, 3));
  }

  /** The moment from which it is over everywhere on Earth. */
  public Instant closedFrom() {
    return end.plusDays(1).atStartOfDay(LAST_ON_EARTH).toInstant();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReportingPeriod period
        && start.equals(period.start)
        && end.equals(period.end);
  }

  @Override
  public int hashCode() {
    return 31 * start.hashCode() + end.hashCode();
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}
