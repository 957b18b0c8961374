package org.ketamineregistry.adapter.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.ketamineregistry.adapter.UnusableFile;

/** The first bytes of a file, which tell what it is when it is no text. */
final class Beginning {
  private static final int LENGTH = 4;

  private Beginning() {}

  /**
   * Passes over the byte-order mark of UTF-8.
   *
   * @return whether there was one
   * @throws UnusableFile where the file is an archive, a workbook, or of another encoding
   */
  static boolean check(BufferedInputStream in, Charset encoding) throws IOException {
    in.mark(LENGTH);
    byte[] first = in.readNBytes(LENGTH);
    in.reset();
    String bytes = HexFormat.of().formatHex(first);
    if (bytes.startsWith("504b0304") || bytes.startsWith("d0cf11e0")) {
      throw new UnusableFile(
          "This is a workbook or a zip archive and no text. Save the sheet as CSV, or unpack the"
              + " archive; nothing is unpacked here.");
    }
    if (bytes.startsWith("1f8b")) {
      throw new UnusableFile(
          "This is compressed (gzip) and no text. Unpack it; nothing is unpacked here.");
    }
    if (bytes.startsWith("fffe") || bytes.startsWith("feff")) {
      throw new UnusableFile("This is UTF-16. Save the sheet as CSV in UTF-8.");
    }
    boolean marked = bytes.startsWith("efbbbf");
    if (marked && !encoding.equals(StandardCharsets.UTF_8)) {
      throw new UnusableFile(
          "The file begins as UTF-8 does, and the mapping says "
              + encoding.name()
              + ". Say UTF-8 in the mapping's source.");
    }
    if (marked) {
      in.skipNBytes(3);
    }
    return marked;
  }
}
