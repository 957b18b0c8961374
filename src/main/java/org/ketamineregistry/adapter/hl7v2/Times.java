package org.ketamineregistry.adapter.hl7v2;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of HL7's type TS (v2.5.1, 2.A.77) as records have them.
 *
 * @param offset that of MSH-7, for times which say none; null where it says none
 */
record Times(@Nullable String offset) {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?(?:\\.\\d{1,4})?)?([+-]\\d{4})?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})?)?(?:\\d{2}){0,3}(?:\\.\\d{1,4})?([+-]\\d{4})?");
  private static final int WHOLE_OFFSET = 5;

  /** Those of a message. */
  static Times of(Header header) {
    String time = header.time();
    int at = time.length() - WHOLE_OFFSET;
    return new Times(
        at >= 0 && time.substring(at).matches("[+-]\\d{4}") ? time.substring(at) : null);
  }

  /** A time with its hour and minute, or a day; a time with the hour alone is neither. */
  Optional<String> moment(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String day = parts.group(1) + '-' + parts.group(2) + '-' + parts.group(3);
    if (parts.group(4) == null) {
      return Optional.of(day);
    }
    String seconds = parts.group(6) == null ? "00" : parts.group(6);
    String zone = parts.group(7) == null ? offset : parts.group(7);
    return Optional.of(
        day
            + 'T'
            + parts.group(4)
            + ':'
            + parts.group(5)
            + ':'
            + seconds
            + (zone == null ? "" : zone.substring(0, 3) + ':' + zone.substring(3)));
  }

  /** A year, a month or a day, without the time that may follow. */
  static Optional<String> day(String text) {
    Matcher parts = DAY.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.group(1)
            + (parts.group(2) == null ? "" : "-" + parts.group(2))
            + (parts.group(3) == null ? "" : "-" + parts.group(3)));
  }
}
