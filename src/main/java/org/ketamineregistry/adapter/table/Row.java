package org.ketamineregistry.adapter.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;

/**
 * A row of a table.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param cells as they stand in the file, as many as were there
 * @param places where each column is among the cells
 * @param fault why it cannot be read; null where it can
 */
public record Row(
    long number, List<String> cells, Map<String, Integer> places, @Nullable Fault fault) {

  /** A cell without the blanks at its ends. */
  String cell(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("There is no column " + column);
    }
    return TableFormat.trimmed(cells.get(place));
  }
}
