package org.ketamineregistry.indicator;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** How many records a population of the guide's CQL has, for a comparison of speed. */
public final class CqlOfNotes {
  private CqlOfNotes() {}

  /**
   * Evaluates an expression over the records of one patient.
   *
   * @return how many units it lists
   */
  public static int count(
      String library, String expression, LocalDate first, LocalDate last, List<Resource> records) {
    return new Cql(library, first, last, records).ids(expression).size();
  }
}
