package org.ketamineregistry.adapter.hl7v2;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message, as HL7's type ERL says it (v2.5.1, 2.A.28): {@code PID[1]-3(2).1}.
 *
 * @param segment three letters or digits
 * @param number which segment of that name in the message, from 1
 * @param field from 1; 0 for the whole segment
 * @param repetition from 1
 * @param component from 1; 0 for the whole field
 */
record Place(String segment, int number, int field, int repetition, int component) {
  private static final Pattern TEXT =
      Pattern.compile(
          "([A-Z][A-Z0-9]{2})\\[(\\d{1,6})](?:-(\\d{1,3})(?:\\((\\d{1,6})\\))?(?:\\.(\\d{1,3}))?)?.*");

  static Place of(String segment, int number) {
    return new Place(segment, number, 0, 1, 0);
  }

  Place field(int wanted) {
    return new Place(segment, number, wanted, 1, 0);
  }

  Place component(int wanted) {
    return new Place(segment, number, field, repetition, wanted);
  }

  Place repetition(int wanted) {
    return new Place(segment, number, field, wanted, component);
  }

  /** The place at the beginning of an origin; empty where there is none. */
  static Optional<Place> of(String origin) {
    Matcher parts = TEXT.matcher(origin);
    return parts.matches()
        ? Optional.of(
            new Place(
                parts.group(1),
                number(parts.group(2), 1),
                number(parts.group(3), 0),
                number(parts.group(4), 1),
                number(parts.group(5), 0)))
        : Optional.empty();
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  @Override
  public String toString() {
    return segment
        + '['
        + number
        + ']'
        + (field == 0 ? "" : "-" + field)
        + (repetition == 1 ? "" : "(" + repetition + ")")
        + (component == 0 ? "" : "." + component);
  }
}
