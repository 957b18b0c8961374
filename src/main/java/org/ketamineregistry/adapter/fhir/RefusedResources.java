package org.ketamineregistry.adapter.fhir;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.RefusedFile;

/**
 * Refused resources as they stand in the source, a line each, and beside them a table of the
 * reasons by the number of the line. Neither is there where nothing is refused.
 */
public final class RefusedResources implements RefusedFile<Line> {
  private static final String HEADER = "line,file,line_in_file,code,at,text\r\n";

  private final Path file;
  private final Path reasons;
  private final List<Path> sources;
  private @Nullable FileChannel channel;
  private @Nullable Writer told;
  private long lines;

  /**
   * @param sources the files that lines are copied from
   */
  public RefusedResources(Path file, List<Path> sources) {
    this.file = file;
    this.sources = sources;
    reasons = reasons(file);
  }

  /** The table of reasons beside a file of refused resources. */
  public static Path reasons(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ndjson$", "");
    return file.resolveSibling(name + "-reasons.csv");
  }

  @Override
  public void goOn(long bytes) throws IOException {
    if (bytes == 0) {
      Files.deleteIfExists(file);
      Files.deleteIfExists(reasons);
      return;
    }
    FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE);
    channel = open;
    if (open.size() < bytes) {
      throw new IOException("It is shorter than it was.");
    }
    open.truncate(bytes).position(bytes);
    try (BufferedReader kept = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      lines = kept.lines().count();
    }
    Path next = reasons.resolveSibling(reasons.getFileName() + ".next");
    try (BufferedReader all = Files.newBufferedReader(reasons);
        Writer some = Files.newBufferedWriter(next)) {
      some.write(HEADER);
      all.readLine();
      for (String row = all.readLine(); row != null; row = all.readLine()) {
        String number = row.substring(0, Math.max(0, row.indexOf(',')));
        if (number.matches("\\d{1,18}") && Long.parseLong(number) <= lines) {
          some.write(row + "\r\n");
        }
      }
    }
    Files.move(next, reasons, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    told = Files.newBufferedWriter(reasons, StandardOpenOption.APPEND);
  }

  @Override
  public void add(Line line, List<Fault> faults) throws IOException {
    FileChannel open = channel == null ? begin() : channel;
    try (FileChannel source = FileChannel.open(sources.get(line.file()), StandardOpenOption.READ)) {
      long from = line.offset();
      for (long left = line.length(); left > 0; ) {
        long copied = source.transferTo(from, left, open);
        if (copied <= 0) {
          throw new IOException("A file became shorter while it was read.");
        }
        from += copied;
        left -= copied;
      }
    }
    open.write(ByteBuffer.wrap(new byte[] {'\n'}));
    lines++;
    if (told != null) {
      String name = String.valueOf(sources.get(line.file()).getFileName());
      for (Fault fault : faults) {
        told.write(
            String.format(
                Locale.ROOT,
                "%d,%s,%d,%s,%s,%s\r\n",
                lines,
                cell(name),
                line.number(),
                cell(fault.code()),
                cell(fault.origin()),
                cell(fault.text())));
      }
    }
  }

  private FileChannel begin() throws IOException {
    FileChannel open =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel = open;
    Writer writer = Files.newBufferedWriter(reasons, StandardOpenOption.CREATE_NEW);
    told = writer;
    writer.write(HEADER);
    return open;
  }

  @Override
  public long settled() throws IOException {
    if (channel == null) {
      return 0;
    }
    if (told != null) {
      told.flush();
    }
    channel.force(false);
    return channel.position();
  }

  @Override
  public boolean isThere() {
    return channel != null;
  }

  @Override
  public void close() throws IOException {
    Closeable open = channel == null ? () -> {} : channel;
    try (open) {
      if (told != null) {
        told.close();
      }
    }
  }

  /** On one line, and no formula for a spreadsheet. */
  private static String cell(String text) {
    String line = text.replaceAll("\\R", " ");
    String safe = line.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + line : line;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
