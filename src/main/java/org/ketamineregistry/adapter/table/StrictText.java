package org.ketamineregistry.adapter.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.ketamineregistry.adapter.UnusableFile;

/**
 * The text of a file in the encoding that it is said to have. A byte that is none in that encoding,
 * a NUL, and a record that never ends are refused at their line, so that neither is taken for
 * something else nor fills the memory.
 */
final class StrictText extends Reader {
  /** A record is far shorter; a quote that is never closed makes one of the rest of the file. */
  static final int LONGEST_RECORD = 1_000_000;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
  private final CharBuffer text = CharBuffer.allocate(8192).flip();
  private long line = 1;
  private long sinceRecord;
  private long recordLine = 1;
  private boolean ended;

  StrictText(InputStream in, Charset encoding) {
    this.in = in;
    decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** What follows is a new record, as far as whoever reads has come. */
  void record(long startLine) {
    sinceRecord = 0;
    recordLine = startLine;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!text.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, text.remaining());
    text.get(target, offset, count);
    for (int i = offset; i < offset + count; i++) {
      if (target[i] == '\n') {
        line++;
      } else if (target[i] == 0) {
        throw new UnusableFile(
            "Line "
                + line
                + " has a NUL character, which no text has. Export the file again; is"
                + " its encoding the one that the mapping says?");
      }
    }
    sinceRecord += count;
    if (sinceRecord > LONGEST_RECORD) {
      throw new UnusableFile(
          "The row that begins in line "
              + recordLine
              + " does not end within a million characters."
              + " A quotation mark in it is opened and never closed, or the file has other"
              + " delimiters than the mapping says.");
    }
    return count;
  }

  /** Decodes a buffer; false at the end. */
  private boolean fill() throws IOException {
    text.clear();
    while (text.position() == 0 && !ended) {
      boolean last = more();
      CoderResult result = decoder.decode(bytes, text, last);
      if (result.isError() && text.position() == 0) {
        throw misencoded();
      }
      if (last && result.isUnderflow()) {
        decoder.flush(text);
        ended = true;
      }
    }
    text.flip();
    return text.hasRemaining();
  }

  private boolean more() throws IOException {
    bytes.compact();
    int count =
        bytes.hasRemaining() ? in.read(bytes.array(), bytes.position(), bytes.remaining()) : 0;
    if (count > 0) {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
    return count < 0;
  }

  private UnusableFile misencoded() {
    return new UnusableFile(
        "Line "
            + line
            + " has bytes that are none in "
            + decoder.charset().name()
            + ". Say the encoding that the file really has in the mapping's source, or export it"
            + " again as UTF-8.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
