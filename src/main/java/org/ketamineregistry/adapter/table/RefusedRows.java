package org.ketamineregistry.adapter.table;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.RefusedFile;

/**
 * Refused rows as a file that is written as the source is: its columns, and one more that says why.
 * What a spreadsheet would take for a formula is made harmless; {@link TableReader} undoes it when
 * the file is read again. There is no file where no row is refused.
 */
public final class RefusedRows implements RefusedFile<Row> {
  private final Path file;
  private final TableFormat format;
  private final TableReader reader;
  private @Nullable FileChannel channel;
  private @Nullable CSVPrinter printer;

  /**
   * @param reader of the source
   */
  public RefusedRows(Path file, TableFormat format, TableReader reader) {
    this.file = file;
    this.format = format;
    this.reader = reader;
  }

  @Override
  public void goOn(long bytes) throws IOException {
    if (bytes == 0) {
      Files.deleteIfExists(file);
      return;
    }
    FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE);
    if (open.size() < bytes) {
      open.close();
      throw new IOException("It is shorter than it was.");
    }
    open.truncate(bytes).position(bytes);
    channel = open;
    printer = printer(open);
  }

  @Override
  public void add(Row row, List<Fault> faults) throws IOException {
    CSVPrinter open = printer == null ? begin() : printer;
    var cells = new ArrayList<>(reader.ownCells(row).stream().map(Formula::harmless).toList());
    // A row with cells too few or too many keeps them; the reason stands behind.
    while (cells.size() < reader.columns().size()) {
      cells.add("");
    }
    cells.add(Formula.harmless(reason(faults)));
    open.printRecord(cells);
  }

  /** What is wrong at several places in the same words is said once. */
  private static String reason(List<Fault> faults) {
    return faults.stream()
        .collect(
            Collectors.groupingBy(
                fault -> new Said(fault.code(), fault.text()),
                LinkedHashMap::new,
                Collectors.mapping(Fault::origin, Collectors.joining("; "))))
        .entrySet()
        .stream()
        .map(each -> each.getKey().code() + " at " + each.getValue() + ": " + each.getKey().text())
        .collect(Collectors.joining(" | "));
  }

  private record Said(String code, String text) {}

  @Override
  public long settled() throws IOException {
    if (printer == null || channel == null) {
      return 0;
    }
    printer.flush();
    channel.force(false);
    return channel.position();
  }

  @Override
  public boolean isThere() {
    return printer != null;
  }

  @Override
  public void close() throws IOException {
    if (printer != null) {
      printer.close();
    }
  }

  private CSVPrinter begin() throws IOException {
    FileChannel open =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel = open;
    CSVPrinter begun = printer(open);
    printer = begun;
    if (reader.hasMark()) {
      begun.getOut().append('\ufeff');
    }
    var header = new ArrayList<>(reader.columns());
    header.add(TableReader.REASON);
    begun.printRecord(header);
    return begun;
  }

  /** A letter of a reason that the source's encoding does not have becomes a question mark. */
  private CSVPrinter printer(FileChannel open) throws IOException {
    Writer writer =
        new OutputStreamWriter(
            Channels.newOutputStream(open),
            format
                .encoding()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    CSVFormat same = format.csv().builder().setRecordSeparator(reader.lineEnd()).build();
    return new CSVPrinter(new java.io.BufferedWriter(writer), same);
  }
}
