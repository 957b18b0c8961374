package org.ketamineregistry.adapter.hl7v2;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of messages: one after the other, or in batches (FHS, BHS, BTS, FTS; v2.5.1, 2.10.3),
 * whose segments end with CR, LF or both. It is read message by message. A message is only whole
 * when something follows it, or the last segment of a file without batches has its end: so one that
 * was cut is not taken for a shorter one.
 */
final class MessageFile implements Closeable {
  private static final int NAME = 3;

  private final InputStream in;
  private final int largest;
  private byte @Nullable [] held;
  private boolean ended;
  private boolean junk;
  private boolean inFile;
  private boolean inBatch;
  private boolean lastHadItsEnd = true;
  private int messages;
  private int batches;

  private MessageFile(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /**
   * Opens a file.
   *
   * @param largest how many bytes a message may have
   */
  static MessageFile open(Path file, int largest) throws IOException {
    return new MessageFile(new BufferedInputStream(Files.newInputStream(file), 1 << 16), largest);
  }

  /** What the file has. */
  sealed interface Part permits Whole, Cut, Odd {}

  /** A message. */
  @SuppressWarnings("ArrayRecordComponent") // it is read once
  record Whole(byte[] message) implements Part {}

  /** A message that is cut, or too large, of which this is the beginning. */
  @SuppressWarnings("ArrayRecordComponent") // it is read once
  record Cut(byte[] beginning, boolean tooLarge) implements Part {}

  /** Something that is wrong with the file and with no message. */
  record Odd(String what) implements Part {}

  /**
   * The next part.
   *
   * @return null at the end of the file
   */
  @Nullable Part next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean tooLarge = false;
    while (true) {
      byte[] line = held == null ? line() : held;
      held = null;
      if (line == null) {
        return end(message, tooLarge);
      }
      String name = name(line);
      boolean begins = name.equals("MSH");
      boolean isEnvelope =
          switch (name) {
            case "FHS", "BHS", "BTS", "FTS" -> true;
            default -> false;
          };
      junk &= !begins && !isEnvelope;
      if ((begins || isEnvelope) && message.size() > 0) {
        held = line;
        return counted(message, tooLarge);
      }
      if (isEnvelope) {
        Part odd = envelope(name, line);
        if (odd != null) {
          return odd;
        }
      } else if (message.size() == 0 && !begins) {
        if (!junk) {
          junk = true;
          return new Odd("A segment stands where a message has to begin with MSH.");
        }
      } else if (message.size() + line.length >= largest) {
        tooLarge = true;
      } else if (!tooLarge) {
        message.writeBytes(line);
        message.write('\r');
      }
    }
  }

  private @Nullable Part end(ByteArrayOutputStream message, boolean tooLarge) {
    if (ended) {
      return null;
    }
    ended = true;
    if (message.size() == 0) {
      return inFile || inBatch
          ? new Odd("The file ends without its trailer (FTS or BTS): it is cut.")
          : null;
    }
    if (inFile || inBatch || !lastHadItsEnd) {
      return new Cut(message.toByteArray(), false);
    }
    return counted(message, tooLarge);
  }

  private Part counted(ByteArrayOutputStream message, boolean tooLarge) {
    messages++;
    return tooLarge ? new Cut(message.toByteArray(), true) : new Whole(message.toByteArray());
  }

  /** A trailer says how many messages, or batches, there have to be. */
  private @Nullable Part envelope(String name, byte[] line) {
    switch (name) {
      case "FHS" -> {
        inFile = true;
        batches = 0;
      }
      case "BHS" -> {
        inBatch = true;
        messages = 0;
        batches++;
      }
      case "BTS" -> {
        inBatch = false;
        return differs(line, messages, "BTS-1 counts other messages than the batch has.");
      }
      default -> {
        inFile = false;
        inBatch = false;
        return differs(line, batches, "FTS-1 counts other batches than the file has.");
      }
    }
    return null;
  }

  private static @Nullable Part differs(byte[] line, int there, String what) {
    String[] fields = text(line).split("\\|", -1);
    String said = fields.length > 1 ? fields[1].strip() : "";
    return said.isEmpty() || said.equals(String.valueOf(there)) ? null : new Odd(what);
  }

  /** The next segment without its end; empty ones are passed over. */
  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        lastHadItsEnd = line.size() == 0 && lastHadItsEnd;
        return line.size() == 0 ? null : line.toByteArray();
      }
      boolean isEnd = next == '\r' || next == '\n';
      if (isEnd && line.size() > 0) {
        return line.toByteArray();
      }
      if (!isEnd && line.size() <= largest) {
        line.write(next);
      }
    }
  }

  private static String name(byte[] line) {
    String text = text(line);
    return text.length() < NAME ? text : text.substring(0, NAME);
  }

  private static String text(byte[] line) {
    return new String(line, 0, Math.min(line.length, 100), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
