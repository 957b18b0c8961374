package org.ketamineregistry.adapter.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows something is about.
 *
 * @param column whose cell is looked at
 * @param in what it may hold, as {@link Words#folded} makes it; null for anything that is not blank
 */
record Condition(String column, @Nullable Set<String> in) {
  boolean holds(Row row, TableFormat format) {
    String cell = row.cell(column);
    String said = format.isBlank(cell) ? "" : cell;
    return in == null ? !said.isEmpty() : in.contains(Words.folded(said));
  }
}
