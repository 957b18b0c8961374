package org.ketamineregistry.projection;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a view that makes rows.
 *
 * @param forEach what it makes a row of each of; null where it makes one of where it stands
 * @param cells its own columns
 * @param parts further columns, whose rows multiply
 * @param union further columns, all with the same names and types, whose rows add up
 */
record Selection(
    @Nullable ExpressionNode forEach,
    List<Cell> cells,
    List<Selection> parts,
    List<Selection> union) {

  /** A column with the path that its value is found by. */
  record Cell(Column column, ExpressionNode path) {}

  /** All columns, those of a union once. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    cells.forEach(cell -> columns.add(cell.column()));
    parts.forEach(part -> columns.addAll(part.columns()));
    if (!union.isEmpty()) {
      columns.addAll(union.get(0).columns());
    }
    return columns;
  }
}
