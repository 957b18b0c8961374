package org.ketamineregistry.cli.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text, its columns as wide as what stands in them. */
public final class Table {
  private Table() {}

  /**
   * Lays out rows of the same number of columns.
   *
   * @return a line for each row, and a line break after the last
   */
  public static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
  }
}
