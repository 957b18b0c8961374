package org.ketamineregistry.adapter.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The frames of MLLP (release 1): a message between {@code 0x0B} and {@code 0x1C 0x0D}. No more of
 * a connection is held than one message.
 */
final class Frames {
  static final int START = 0x0B;
  static final int END = 0x1C;
  static final int RETURN = 0x0D;
  private static final int PIECE = 8192;

  private final Socket socket;
  private final InputStream in;
  private final Bounds bounds;
  private final byte[] piece = new byte[PIECE];
  private int at;
  private int until;

  Frames(Socket socket, Bounds bounds) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.bounds = bounds;
  }

  /** The connection cannot be read on: where the next message begins is not known. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    private final transient byte @Nullable [] tooLarge;

    Broken(String reason, byte @Nullable [] tooLarge) {
      super(reason);
      this.tooLarge = tooLarge;
    }

    /** The beginning of a message that is too large; null where anything else is wrong. */
    byte @Nullable [] tooLarge() {
      return tooLarge;
    }
  }

  /**
   * The next message.
   *
   * @return null where the sender ended the connection, or was silent for too long, after a message
   */
  byte @Nullable [] next() throws IOException, Broken {
    int first;
    try {
      do {
        first = read(bounds.idle());
      } while (first == '\r' || first == '\n');
    } catch (SocketTimeoutException e) {
      return null;
    }
    if (first < 0) {
      return null;
    }
    if (first != START) {
      throw new Broken("what was sent is not in a frame of MLLP", null);
    }
    return message(System.nanoTime() + bounds.message().toNanos());
  }

  /**
   * Takes what is still under way, for a while: a connection that is ended with more on its way is
   * reset, and the sender would never read the answer.
   */
  void drain() throws IOException {
    long deadline = System.nanoTime() + bounds.message().toNanos();
    try {
      do {
        at = until;
      } while (read(Duration.ofNanos(deadline - System.nanoTime())) >= 0);
    } catch (SocketTimeoutException e) {
      return;
    }
  }

  private byte[] message(long deadline) throws IOException, Broken {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      while (true) {
        int next = within(deadline, message.size());
        if (next == END) {
          if (within(deadline, message.size()) != RETURN) {
            throw new Broken("the end of a message was not in the form of MLLP", null);
          }
          return message.toByteArray();
        }
        if (next == START) {
          throw new Broken(half(message.size()), null);
        }
        if (message.size() == bounds.largest()) {
          throw new Broken("a message was too large", message.toByteArray());
        }
        message.write(next);
      }
    } catch (SocketTimeoutException e) {
      throw new Broken(half(message.size()) + " and did not go on in time", null);
    }
  }

  private int within(long deadline, int so) throws IOException, Broken {
    int next = read(Duration.ofNanos(deadline - System.nanoTime()));
    if (next < 0) {
      throw new Broken(half(so), null);
    }
    return next;
  }

  private int read(Duration atMost) throws IOException {
    if (at == until) {
      if (atMost.toMillis() <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) atMost.toMillis());
      until = Math.max(0, in.read(piece));
      at = 0;
      if (until == 0) {
        return -1;
      }
    }
    return piece[at++] & 0xFF;
  }

  private static String half(int bytes) {
    return "a message stopped after " + bytes + " bytes";
  }
}
