package org.ketamineregistry.adapter.fhir;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.UnusableFile;

/**
 * Reads NDJSON line by line. A line that is too long is passed over in pieces, so that it never
 * fills the memory. Blank lines are none.
 */
final class LineReader implements Closeable {
  /** A resource of the kinds that are mapped has a few thousand bytes. */
  static final int LONGEST = 2_000_000;

  private final InputStream in;
  private final int file;
  private byte[] buffer = new byte[8192];
  private int length;
  private long offset;
  private long number;

  private LineReader(InputStream in, int file) {
    this.in = in;
    this.file = file;
  }

  /**
   * A line.
   *
   * @param bytes of it; null where it is too long
   */
  record Read(Line line, @Nullable ByteBuffer bytes) {}

  /**
   * Begins to read.
   *
   * @param file which of the files it is
   * @throws UnusableFile where it is no NDJSON by its first bytes
   */
  static LineReader open(Path path, int file) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new UnusableFile("There is no file " + path.getFileName() + ".");
    }
    var in = new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    try {
      var reader = new LineReader(in, file);
      reader.begin(String.valueOf(path.getFileName()));
      return reader;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private void begin(String name) throws IOException {
    in.mark(4);
    String first = HexFormat.of().formatHex(in.readNBytes(4));
    in.reset();
    if (first.startsWith("504b") || first.startsWith("1f8b") || first.startsWith("425a68")) {
      throw new UnusableFile(
          name + " is an archive or compressed. Unpack it; nothing is unpacked here.");
    }
    if (first.startsWith("fffe") || first.startsWith("feff") || first.startsWith("0000")) {
      throw new UnusableFile(name + " is not in UTF-8, which NDJSON is.");
    }
    if (first.startsWith("3c")) {
      throw new UnusableFile(name + " is XML or HTML. NDJSON has a resource in JSON on each line.");
    }
    if (first.startsWith("5b") || first.matches("7b(0d)?0a.*")) {
      throw new UnusableFile(
          name
              + " is one JSON over several lines. NDJSON has a whole resource on each line; a"
              + " Bundle is taken apart first.");
    }
    if (first.startsWith("efbbbf")) {
      in.skipNBytes(3);
      offset = 3;
    }
  }

  /**
   * The next line that is not blank.
   *
   * @return null at the end
   */
  @Nullable Read next() throws IOException {
    while (true) {
      long start = offset;
      length = 0;
      long whole = 0;
      int octet = in.read();
      if (octet < 0) {
        return null;
      }
      number++;
      for (; octet >= 0 && octet != '\n'; octet = in.read()) {
        offset++;
        whole++;
        if (whole <= LONGEST) {
          keep((byte) octet);
        }
      }
      offset += octet == '\n' ? 1 : 0;
      if (whole > LONGEST) {
        return new Read(new Line(file, number, start, whole), null);
      }
      if (length > 0 && buffer[length - 1] == '\r') {
        length--;
      }
      if (!isBlank()) {
        return new Read(
            new Line(file, number, start, length), ByteBuffer.wrap(Arrays.copyOf(buffer, length)));
      }
    }
  }

  private void keep(byte octet) {
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(LONGEST, buffer.length * 2));
    }
    buffer[length++] = octet;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
