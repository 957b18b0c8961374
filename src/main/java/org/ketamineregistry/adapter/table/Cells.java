package org.ketamineregistry.adapter.table;

import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.mapping.Excerpt;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Cells of a row and how they are read.
 *
 * @param columns the names; none for what is the same in every row
 * @param format of the table
 */
record Cells(List<String> columns, TableFormat format, Reading reading) implements Excerpt<Row> {
  @Override
  public Optional<String> read(Row row) throws Unfit {
    return reading.read(columns.stream().map(column -> format.said(row.cell(column))).toList());
  }

  @Override
  public List<String> origins() {
    return columns;
  }
}
