package org.ketamineregistry.projection;

/**
 * A column of a view.
 *
 * @param name its name, as SQL may have it
 * @param type what it holds
 * @param fhirType the same as the view says it, {@code dateTime} for example
 * @param meaning what a value means, in words; empty where the view does not say
 */
public record Column(String name, ColumnType type, String fhirType, String meaning) {

  /** Whether a column of another part of a union is the same, whatever is said of it there. */
  boolean isLike(Column other) {
    return name.equals(other.name) && type == other.type;
  }
}
