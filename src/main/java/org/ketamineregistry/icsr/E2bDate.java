package org.ketamineregistry.icsr;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;

/**
 * Dates as ICH E2B(R3) writes them (Implementation Guide, appendix II): {@code yyyy}, {@code
 * yyyyMM}, {@code yyyyMMdd}, or to the second with the offset to UTC.
 */
final class E2bDate {
  private static final Pattern FHIR =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
              + "(?:T(\\d{2}):(\\d{2}):(\\d{2})(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2}))?)?)?");
  private static final Pattern E2B =
      Pattern.compile(
          "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?(\\.\\d+)?)?)?)?"
              + "([+-]\\d{4})?");
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
  private static final int LONGEST = 99_999;
  private static final int DAY = 8;
  private static final int YEAR = 4;

  private E2bDate() {}

  /** A moment to the second. */
  static String of(OffsetDateTime moment) {
    return TO_THE_SECOND.format(moment);
  }

  /** As FHIR's text, with the same precision. */
  static String ofFhir(String text) {
    Matcher parts = FHIR.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a date of FHIR.");
    }
    var written = new StringBuilder();
    for (int part = 1; part <= 7; part++) {
      written.append(parts.group(part) == null ? "" : parts.group(part));
    }
    String offset = parts.group(8);
    return written + (offset == null ? "" : offset.equals("Z") ? "+0000" : offset.replace(":", ""));
  }

  /**
   * As FHIR writes it. A time without an offset is no moment, and FHIR has no word for it: the day
   * stays.
   *
   * @throws IllegalArgumentException where it is no date of E2B(R3)
   */
  static String toFhir(String text) {
    Matcher parts = E2B.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a date of E2B(R3).");
    }
    String day =
        parts.group(1)
            + (parts.group(2) == null ? "" : "-" + parts.group(2))
            + (parts.group(3) == null ? "" : "-" + parts.group(3));
    String offset = parts.group(8);
    if (parts.group(4) == null || offset == null) {
      return day;
    }
    return "%sT%s:%s:%s%s%s:%s"
        .formatted(
            day,
            parts.group(4),
            parts.group(5),
            parts.group(6) == null ? "00" : parts.group(6),
            parts.group(7) == null ? "" : parts.group(7),
            offset.substring(0, 3),
            offset.substring(3));
  }

  /** Whether it is a date of E2B(R3). */
  static boolean isDate(String text) {
    return E2B.matcher(text).matches();
  }

  /** The year of a date. */
  static int year(String date) {
    return Integer.parseInt(date.substring(0, YEAR));
  }

  /** The day of a date; null where it is less precise. */
  static @Nullable LocalDate day(String date) {
    return date.length() < DAY
        ? null
        : LocalDate.parse(date.substring(0, DAY), DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** Whether one date is not later than another, as far as both are precise. */
  static boolean isNotAfter(String first, String second) {
    String one = toFhir(first);
    String other = toFhir(second);
    if (one.contains("T") && other.contains("T")) {
      return !OffsetDateTime.parse(one)
          .toInstant()
          .isAfter(OffsetDateTime.parse(other).toInstant());
    }
    int shared = Math.min(DAY, Math.min(first.length(), second.length()));
    return first.substring(0, shared).compareTo(second.substring(0, shared)) <= 0;
  }

  /** The date some days later; null where it is less precise than a day. */
  static @Nullable String plusDays(String date, int days) {
    LocalDate day = day(date);
    return day == null ? null : day.plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /**
   * How long it is from one date to another: in minutes where both are moments and five digits are
   * enough, else in days. Null where a date is missing or less precise than a day, or the second is
   * the earlier one.
   */
  static @Nullable Amount between(@Nullable String from, @Nullable String to) {
    if (from == null || to == null) {
      return null;
    }
    String first = toFhir(from);
    String second = toFhir(to);
    if (first.contains("T") && second.contains("T")) {
      Duration time = Duration.between(OffsetDateTime.parse(first), OffsetDateTime.parse(second));
      if (time.isNegative()) {
        return null;
      }
      if (time.toMinutes() <= LONGEST) {
        return new Amount(Long.toString(time.toMinutes()), "min");
      }
    }
    LocalDate firstDay = day(from);
    LocalDate secondDay = day(to);
    if (firstDay == null || secondDay == null || secondDay.isBefore(firstDay)) {
      return null;
    }
    return new Amount(Long.toString(ChronoUnit.DAYS.between(firstDay, secondDay)), "d");
  }
}
