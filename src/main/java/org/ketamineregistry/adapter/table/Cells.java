package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Cells of a row and how they are read.
 *
 * @param columns the names; none for what is the same in every row
 */
record Cells(List<String> columns, Reading reading) {
  Optional<String> read(Row row, TableFormat format) throws Unfit {
    var cells = new ArrayList<String>();
    for (String column : columns) {
      String cell = row.cell(column);
      cells.add(format.isBlank(cell) ? "" : cell);
    }
    return reading.read(cells);
  }
}
