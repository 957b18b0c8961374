package org.ketamineregistry.projection;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a column holds, by the types of FHIR that a view may name. Each cell is null or of the Java
 * class that stands here.
 */
public enum ColumnType {
  /** A key of a resource: a String. */
  KEY("id"),
  /** A String. */
  TEXT("string", "code", "uri", "url", "canonical", "oid", "uuid", "markdown"),
  /** A Boolean. */
  TRUTH("boolean"),
  /** An Integer. */
  WHOLE_NUMBER("integer", "positiveInt", "unsignedInt"),
  /** A BigDecimal with as many digits as were stated. */
  DECIMAL("decimal"),
  /** A day, a month or a year: a String as FHIR writes it, so that its precision is kept. */
  DAY("date"),
  /**
   * A moment, or a day, a month or a year: a String as FHIR writes it, so that its precision and
   * its offset are kept. The calendar at the place of treatment is read from it.
   */
  MOMENT("dateTime", "instant");

  private final Set<String> fhirTypes;

  ColumnType(String... fhirTypes) {
    this.fhirTypes = Set.of(fhirTypes);
  }

  /** Whether a value of the one kind may stand in a column of the other: a key is a text too. */
  boolean holdsLike(ColumnType other) {
    return this == other || (isText() && other.isText());
  }

  private boolean isText() {
    return this == KEY || this == TEXT;
  }

  static Optional<ColumnType> of(String fhirType) {
    return Arrays.stream(values()).filter(type -> type.fhirTypes.contains(fhirType)).findFirst();
  }
}
