package org.ketamineregistry.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * A body as it arrives, as far as it is not too large and comes in time. Every single read looks at
 * the clock, so that a body which drips is noticed whatever is made of its bytes.
 */
final class BoundedBody extends ServletInputStream {
  private final ServletInputStream in;
  private final long limit;
  private final Clock clock;
  private final Instant deadline;
  private long size;
  private boolean broken;

  /**
   * @param limit the largest size in bytes
   * @param deadline when the last byte is to be there
   */
  BoundedBody(ServletInputStream in, long limit, Clock clock, Instant deadline) {
    this.in = in;
    this.limit = limit;
    this.clock = clock;
    this.deadline = deadline;
  }

  /**
   * Reads what has come. Of a body that is too large the rest is let in and thrown away first,
   * since nothing more can be read once the answer is closed.
   *
   * @throws Refused 413 where the body is too large, 408 where it takes too long
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = inTime(buffer, offset, length);
    size += Math.max(count, 0);
    if (size > limit) {
      drain();
      throw tooLarge(limit);
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Takes in what is left and throws it away, as long as it comes in time: a sender may read the
   * answer only once it has sent all.
   */
  void drain() {
    byte[] buffer = new byte[16_384];
    try {
      while (!broken && inTime(buffer, 0, buffer.length) >= 0) {
        // Nobody wants it.
      }
    } catch (IOException | Refused e) {
      // Whoever hangs up or is too slow has been answered all the same.
    }
  }

  private int inTime(byte[] buffer, int offset, int length) throws IOException {
    if (clock.instant().isAfter(deadline)) {
      throw Refused.because(
          ErrorCode.BODY_TOO_SLOW, "The body took too long to arrive: send it again.");
    }
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  static Refused tooLarge(long limit) {
    return Refused.because(
        ErrorCode.TOO_LARGE,
        "The body is larger than " + limit + " bytes: send fewer sessions in one bundle.");
  }

  @Override
  public boolean isFinished() {
    return in.isFinished();
  }

  @Override
  public boolean isReady() {
    return in.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("Bodies are read as they come");
  }
}
