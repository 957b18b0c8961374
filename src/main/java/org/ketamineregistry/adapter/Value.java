package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a field, read by the field's type: the whole of it, and the parts that templates
 * name.
 */
record Value(JsonNode whole, Map<String, JsonNode> parts) {
  private static final int YEAR_DIGITS = 4;
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern DATE = Pattern.compile("(\\d{4})(-\\d{2}(-\\d{2})?)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2})?(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  /** What is wrong with a text, in words that say what would be right. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String wanted) {
      super(wanted);
    }
  }

  private static Value of(JsonNode whole) {
    return new Value(whole, Map.of());
  }

  static Value of(String text) {
    return of(TextNode.valueOf(text));
  }

  /**
   * Reads a text.
   *
   * @throws Unreadable where it is not of the field's type
   */
  static Value read(Field field, String text, ZoneId zone) throws Unreadable {
    return switch (field.type()) {
      case CODE -> code(field, text);
      case DECIMAL ->
          of(DecimalNode.valueOf(new BigDecimal(matching(DECIMAL, text, "a number, such as 0.5"))));
      case COUNT -> of(IntNode.valueOf(Integer.parseInt(matching(COUNT, text, "a whole number"))));
      case BOOLEAN -> of(BooleanNode.valueOf(truth(text)));
      case DATE -> of(date(text));
      case YEAR -> of(date(text).substring(0, YEAR_DIGITS));
      case MOMENT -> of(TextNode.valueOf(moment(text, zone)));
      case RECORD -> throw new IllegalArgumentException("A record is no text.");
    };
  }

  private static Value code(Field field, String text) throws Unreadable {
    Field.Code code =
        field
            .code(text)
            .orElseThrow(() -> new Unreadable("one of: " + String.join(", ", field.names())));
    return new Value(
        TextNode.valueOf(code.code()),
        Map.of("system", TextNode.valueOf(code.system()), "code", TextNode.valueOf(code.code())));
  }

  private static boolean truth(String text) throws Unreadable {
    if (!List.of("true", "false").contains(text)) {
      throw new Unreadable("true or false");
    }
    return text.equals("true");
  }

  private static String date(String text) throws Unreadable {
    String wanted = "a year, a month or a day, such as 2026-03-31";
    Matcher parts = DATE.matcher(matching(DATE, text, wanted));
    if (parts.matches() && parts.group(2) != null) {
      try {
        LocalDate.parse(text.length() == 7 ? text + "-01" : text);
      } catch (DateTimeException e) {
        throw new Unreadable(wanted + ", and this day is in no calendar");
      }
    }
    return text;
  }

  /**
   * A time without an offset is the site's; an hour that its clocks leave out, or go through twice,
   * is none.
   */
  private static String moment(String text, ZoneId zone) throws Unreadable {
    String wanted = "a day or a time, such as 2026-03-31T09:30";
    if (DATE.matcher(text).matches() && text.length() == 10) {
      return date(text);
    }
    Matcher parts = MOMENT.matcher(text);
    if (!parts.matches()) {
      throw new Unreadable(wanted);
    }
    try {
      String seconds = parts.group(3) == null ? ":00" : parts.group(3);
      LocalDateTime local = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + seconds);
      if (parts.group(5) != null) {
        return OffsetDateTime.of(local, ZoneOffset.of(parts.group(5))).format(WITH_OFFSET);
      }
      List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
      if (offsets.isEmpty()) {
        throw new Unreadable(wanted + "; the clocks of " + zone + " went over this hour");
      }
      if (offsets.size() > 1) {
        throw new Unreadable(
            wanted
                + "; by the clocks of "
                + zone
                + " this hour came twice, so give its offset too");
      }
      return local.atOffset(offsets.get(0)).format(WITH_OFFSET);
    } catch (DateTimeException e) {
      throw new Unreadable(wanted + ", and this is in no calendar");
    }
  }

  private static String matching(Pattern form, String text, String wanted) throws Unreadable {
    if (!form.matcher(text).matches()) {
      throw new Unreadable(wanted);
    }
    return text;
  }
}
