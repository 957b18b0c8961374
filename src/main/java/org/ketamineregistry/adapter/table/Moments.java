package org.ketamineregistry.adapter.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Days and times as a source writes them. What can be read in two ways that differ is refused: a
 * guess would be wrong half of the time.
 *
 * @param forms by how the mapping says them
 * @param said all of them in few words
 */
record Moments(Map<String, DateTimeFormatter> forms, String said) implements Reading {
  private static final Pattern TWO_DIGITS = Pattern.compile("(?<![yu])(yy|uu)(?![yu])");

  /** Whether a form has a year of two digits, of which nobody can tell the century. */
  static boolean hasTwoDigits(String form) {
    return TWO_DIGITS.matcher(form).find();
  }

  /**
   * A form of days or times, as {@link DateTimeFormatter} takes them.
   *
   * @param century the first year of the century that two digits are in; null where there are four
   * @throws IllegalArgumentException where it is none
   */
  static DateTimeFormatter form(String pattern, @Nullable Integer century, Locale language) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    String rest = pattern.replace('y', 'u');
    if (century != null && hasTwoDigits(pattern)) {
      int at = rest.indexOf("uu");
      builder.appendPattern(rest.substring(0, at));
      builder.appendValueReduced(ChronoField.YEAR, 2, 2, century);
      rest = rest.substring(at + 2);
    }
    if (!rest.isEmpty()) {
      builder.appendPattern(rest);
    }
    return builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT);
  }

  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    Optional<String> text = Reading.joined(cells);
    if (text.isEmpty()) {
      return text;
    }
    Map<String, String> found = new LinkedHashMap<>();
    forms.forEach(
        (form, formatter) -> {
          try {
            found.putIfAbsent(written(formatter.parse(text.get())), form);
          } catch (DateTimeException e) {
            // It is none of this form, and may be one of another.
          }
        });
    if (found.isEmpty()) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It has to be a day or time in the calendar, of the form " + said + ".");
    }
    if (found.size() > 1) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It can be read in ways that differ, by the forms "
              + String.join(" and ", found.values())
              + ". Write it in a form that is clear, such as 2026-03-31, or leave one of them out"
              + " of the mapping.");
    }
    return found.keySet().stream().findFirst();
  }

  private static String written(TemporalAccessor parsed) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    if (day == null) {
      int year = parsed.get(ChronoField.YEAR);
      return parsed.isSupported(ChronoField.MONTH_OF_YEAR)
          ? String.format(Locale.ROOT, "%04d-%02d", year, parsed.get(ChronoField.MONTH_OF_YEAR))
          : String.format(Locale.ROOT, "%04d", year);
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      return day.toString();
    }
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    String clock =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    return day
        + "T"
        + clock
        + (offset == null ? "" : offset.getTotalSeconds() == 0 ? "Z" : offset.getId());
  }
}
