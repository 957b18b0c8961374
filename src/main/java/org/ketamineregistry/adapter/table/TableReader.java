package org.ketamineregistry.adapter.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.UnusableFile;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Reads a table row by row, within bounds. What makes the whole file doubtful ends the reading; a
 * row that alone is wrong bears its fault. Rows without anything in them are passed over.
 */
public final class TableReader implements Closeable {
  /** The column that is added to refused rows, and that says nothing when they are read again. */
  static final String REASON = "refused_because";

  static final int MOST_COLUMNS = 2_000;
  static final int LONGEST_CELL = 10_000;

  private final CSVParser parser;
  private final StrictText text;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean isCorrection;
  private final boolean hasMark;

  private TableReader(StrictText text, TableFormat format, boolean hasMark) throws IOException {
    this.text = text;
    this.hasMark = hasMark;
    parser = CSVParser.parse(text, format.csv());
    records = parser.iterator();
    CSVRecord first = record();
    if (first == null) {
      throw new UnusableFile("The file is empty: its first row has to name the columns.");
    }
    header = first.stream().map(TableFormat::trimmed).toList();
    check();
    for (int i = 0; i < header.size(); i++) {
      places.put(header.get(i), i);
    }
    isCorrection = places.remove(REASON) != null;
  }

  /**
   * Begins to read.
   *
   * @throws UnusableFile where it is no such table, or its header is not usable
   */
  public static TableReader open(InputStream in, TableFormat format) throws IOException {
    var buffered = new BufferedInputStream(in, 64 * 1024);
    boolean hasMark = Beginning.check(buffered, format.encoding());
    return new TableReader(new StrictText(buffered, format.encoding()), format, hasMark);
  }

  /** The names of the columns, without that of the reasons. */
  public List<String> columns() {
    return header.stream().filter(name -> !name.equals(REASON)).toList();
  }

  /** The row's cells in the order of {@link #columns}, whatever was added. */
  List<String> ownCells(Row row) {
    int reason = header.indexOf(REASON);
    var own = new ArrayList<>(row.cells());
    if (reason >= 0 && reason < own.size()) {
      own.remove(reason);
    }
    return own;
  }

  /** Whether the file begins with a byte-order mark. */
  boolean hasMark() {
    return hasMark;
  }

  /** How lines end; known after the first. */
  String lineEnd() {
    String end = parser.getFirstEndOfLine();
    return end == null ? "\r\n" : end;
  }

  /**
   * The next row.
   *
   * @return null at the end
   * @throws UnusableFile where the file cannot be read to its end
   */
  public @Nullable Row next() throws IOException {
    for (CSVRecord record = record(); record != null; record = record()) {
      if (record.stream().anyMatch(cell -> !cell.isBlank())) {
        List<String> cells =
            isCorrection ? record.stream().map(Formula::undone).toList() : record.toList();
        return new Row(record.getRecordNumber(), cells, places, fault(cells));
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private @Nullable Fault fault(List<String> cells) {
    if (cells.size() != header.size()) {
      return Fault.of(
          ErrorCode.INVALID,
          "row",
          "It has another number of cells than the header, so nobody can tell which is which. Put a"
              + " cell that has the delimiter in it in quotation marks, and look whether the file"
              + " was cut off.");
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).length() > LONGEST_CELL) {
        return Fault.of(
            ErrorCode.VALUE_INVALID,
            header.get(i),
            "The cell has more than 10,000 characters; a quotation mark may not be closed.");
      }
    }
    return null;
  }

  private static IOException told(UncheckedIOException thrown, long line) {
    IOException cause = Objects.requireNonNull(thrown.getCause());
    if (!String.valueOf(cause.getMessage()).contains("encapsulated token")) {
      return cause;
    }
    return new UnusableFile(
        "The quotation marks of the row that begins in line "
            + line
            + " do not match: one is not closed before the file ends, or something follows the"
            + " closing one. A quotation mark within a cell is written twice. Was the file cut"
            + " off?");
  }

  private @Nullable CSVRecord record() throws IOException {
    long line = parser.getCurrentLineNumber() + 1;
    text.record(line);
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw told(e, line);
    }
  }

  private void check() throws UnusableFile {
    if (header.size() > MOST_COLUMNS) {
      throw new UnusableFile(
          "The header names " + header.size() + " columns; 2,000 are the most that are read.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty() || name.length() > 200) {
        throw new UnusableFile(
            "Column "
                + (i + 1)
                + " has no name, or one of more than 200 characters. The first row"
                + " has to name the columns, and nothing may stand before it.");
      }
      if (!seen.add(name)) {
        throw new UnusableFile(
            "Two columns have the name of column " + (i + 1) + "; give each a name of its own.");
      }
    }
  }
}
