package org.ketamineregistry.adapter.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Condition;

/**
 * Which rows something is about.
 *
 * @param column whose cell is looked at
 * @param in what it may hold, as {@link Words#folded} makes it; null for anything that is not blank
 */
record CellCondition(String column, @Nullable Set<String> in, TableFormat format)
    implements Condition<Row> {
  @Override
  public boolean holds(Row row) {
    String said = format.said(row.cell(column));
    return in == null ? !said.isEmpty() : in.contains(Words.folded(said));
  }

  @Override
  public List<String> origins() {
    return List.of(column);
  }
}
