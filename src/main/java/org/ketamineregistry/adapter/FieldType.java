package org.ketamineregistry.adapter;

/** What a field of a record template takes. */
public enum FieldType {
  /** A code or the name of one. */
  CODE,
  /** A number with a point. */
  DECIMAL,
  /** A whole number that is not negative. */
  COUNT,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A year, a month or a day: 2026, 2026-03 or 2026-03-31. */
  DATE,
  /** The same, of which the year alone leaves the clinic. */
  YEAR,
  /** A day, or a time of a day with its offset or by the site's clock: 2026-03-31T09:30. */
  MOMENT,
  /** The key of another record in the source. */
  RECORD;

  /** How a mapping writes it. */
  static FieldType named(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }
}
