package org.ketamineregistry.adapter;

import org.jspecify.annotations.Nullable;

/**
 * The dates of one record, as they leave.
 *
 * @param deaths how much of the date of a death leaves
 * @param move of its patient; null where dates are not moved
 */
record Dating(DatePolicy.Deaths deaths, @Nullable Move move) {
  private static final String DEATH = "died";
  private static final int DAY_LENGTH = 10;

  /** The dating of a record of a patient, who is known by a pseudonym. */
  static Dating of(Site site, String patient) {
    return new Dating(site.dates().deaths(), site.move(patient));
  }

  /**
   * What leaves of a value.
   *
   * @throws Value.Unreadable where it is to be moved and is less than a day
   */
  Value dated(Field field, Value value) throws Value.Unreadable {
    if (field.type() != FieldType.DATE && field.type() != FieldType.MOMENT) {
      return value;
    }
    String text = value.whole().textValue();
    if (move != null) {
      if (text.length() < DAY_LENGTH) {
        throw new Value.Unreadable(
            "a day, such as 2026-03-31, since dates are moved by weeks and a month or a year cannot"
                + " be");
      }
      text = move.moved(text);
    }
    return Value.of(field.name().equals(DEATH) ? deaths.of(text) : text);
  }
}
