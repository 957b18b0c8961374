package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.mapping.Taken;
import org.ketamineregistry.adapter.mapping.Unfit;

/** How a value is read from cells. */
interface Reading {
  /**
   * Reads.
   *
   * @param cells of the columns that it is about, trimmed; empty where nothing is said
   * @return empty where nothing is said
   * @throws Unfit where it is not what the mapping says
   */
  Optional<String> read(List<String> cells) throws Unfit;

  /** As it stands; several cells with a blank between them. */
  static Reading plain() {
    return cells -> joined(cells);
  }

  static Reading constant(String text) {
    return cells -> Optional.of(text);
  }

  /** What is taken of the first cell, where something stands in it. */
  static Reading taken(Taken taken, Reading reading) {
    return cells -> {
      if (cells.get(0).isEmpty()) {
        return reading.read(cells);
      }
      var parts = new ArrayList<>(cells);
      parts.set(0, TableFormat.trimmed(taken.of(cells.get(0))));
      return reading.read(parts);
    };
  }

  static Optional<String> joined(List<String> cells) {
    String text = String.join(" ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
