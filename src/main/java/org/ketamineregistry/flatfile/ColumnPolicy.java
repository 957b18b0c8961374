package org.ketamineregistry.flatfile;

import java.util.Map;
import java.util.Set;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.View;

/**
 * What a flat file shows of a column. Keys become pseudonyms, and so does every free text that is
 * not on a list: a column that a later view brings is closed until somebody has looked at it.
 */
enum ColumnPolicy {
  /** As it is: codes, dates, numbers, truth. */
  SHOWN,
  /** An id of a record, by its pseudonym. */
  KEY,
  /** {@code Type/id} of a record, the id by its pseudonym. */
  REFERENCE,
  /** An identifier, by a pseudonym of its own kind. */
  IDENTIFIER;

  /** Columns of free text that identify nobody. */
  private static final Set<String> PLAIN = Set.of("clinic.country", "score.instrument_version");

  private static final Set<String> REFERENCES = Set.of("finding_record.record_reference");

  /** Units of UCUM, or the column that has the unit of the row. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("administration.milligrams", "mg"),
          Map.entry("administration.rate", "rate_unit"),
          Map.entry("measurement.measured_value", "measured_unit"),
          Map.entry("measurement.systolic", "mm[Hg]"),
          Map.entry("measurement.diastolic", "mm[Hg]"),
          Map.entry("measurement.upper_limit", "measured_unit"),
          Map.entry("prescription.dose_milligrams", "mg"),
          Map.entry("prescription.supply_milligrams", "mg"),
          Map.entry("prescription.supply_days", "d"),
          Map.entry("score.recall_value", "recall_unit"),
          Map.entry("supply.milligrams", "mg"),
          Map.entry("supply.days", "d"));

  static ColumnPolicy of(View view, Column column) {
    String name = view.name() + "." + column.name();
    return switch (column.type()) {
      case KEY -> KEY;
      case TEXT ->
          !column.fhirType().equals("string") || PLAIN.contains(name)
              ? SHOWN
              : REFERENCES.contains(name) ? REFERENCE : IDENTIFIER;
      case TRUTH, WHOLE_NUMBER, DECIMAL, DAY, MOMENT -> SHOWN;
    };
  }

  /** The unit of a column, or the name of the column that has it; empty where it has none. */
  static String unit(View view, Column column) {
    return UNITS.getOrDefault(view.name() + "." + column.name(), "");
  }
}
