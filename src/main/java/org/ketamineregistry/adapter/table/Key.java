package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/** By what the source knows a record for ever: what stands in some cells, one after the other. */
record Key(List<Cells> parts) {
  /** It stands in no cell, so that no two keys of several parts are taken for one another. */
  private static final String BETWEEN = "\u001f";

  List<String> columns() {
    return parts.stream().flatMap(part -> part.columns().stream()).distinct().toList();
  }

  /**
   * The key in a row.
   *
   * @return empty where all of its cells are blank
   * @throws Unfit where one of them is blank or cannot be read
   */
  Optional<Given> read(Row row, TableFormat format) throws Unfit {
    var texts = new ArrayList<String>();
    int blank = 0;
    int cells = 0;
    for (Cells part : parts) {
      Optional<String> text = part.read(row, format);
      if (!part.columns().isEmpty()) {
        cells++;
        blank += text.isEmpty() ? 1 : 0;
      }
      text.ifPresent(texts::add);
    }
    if (blank == cells) {
      return Optional.empty();
    }
    if (blank > 0) {
      throw new Unfit(
          ErrorCode.ELEMENT_REQUIRED,
          "One of these cells is blank; together they say which record it is.");
    }
    return Optional.of(new Given(String.join(BETWEEN, texts), String.join(", ", columns())));
  }
}
