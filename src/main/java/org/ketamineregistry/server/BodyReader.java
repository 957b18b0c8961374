package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Reads a body, compressed or not; what it holds is bounded as the body itself is. */
final class BodyReader {
  private final long limit;

  BodyReader(DoorSettings settings) {
    limit = settings.maxBody().toBytes();
  }

  /**
   * @throws Refused 400 where the body is broken, 408 or 413 as {@link BoundedBody} says, 415 where
   *     it is compressed otherwise than by gzip
   */
  byte[] read(HttpServletRequest request) {
    if (request.getContentLengthLong() > limit) {
      throw BoundedBody.tooLarge(limit);
    }
    var body = new ByteArrayOutputStream(16_384);
    byte[] buffer = new byte[16_384];
    // The stream is left open: what nobody read of it is still to be drained.
    try {
      InputStream in = stream(request);
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
        if (body.size() > limit) {
          throw BoundedBody.tooLarge(limit);
        }
      }
    } catch (ZipException | EOFException e) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "The body is not gzip, or not the whole of it, though Content-Encoding says so.");
    } catch (IOException e) {
      throw brokenOff();
    }
    return body.toByteArray();
  }

  /** The sender hung up or stopped, or cut the body into pieces otherwise than HTTP says. */
  static Refused brokenOff() {
    return Refused.because(ErrorCode.INVALID_REQUEST, "The body did not arrive as a whole.");
  }

  private static InputStream stream(HttpServletRequest request) throws IOException {
    String encoding = request.getHeader("Content-Encoding");
    return switch (encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT)) {
      case "identity" -> request.getInputStream();
      case "gzip" -> new GZIPInputStream(request.getInputStream());
      default ->
          throw Refused.because(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding may be gzip or identity.");
    };
  }
}
