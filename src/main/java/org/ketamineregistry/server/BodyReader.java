package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Reads a body within its limits of size and time, compressed or not. */
final class BodyReader {
  private final DoorSettings settings;
  private final Clock clock;

  BodyReader(DoorSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  byte[] read(HttpServletRequest request) {
    long limit = settings.maxBody().toBytes();
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    Instant deadline = clock.instant().plus(settings.bodyTimeout());
    var body = new ByteArrayOutputStream(16_384);
    byte[] buffer = new byte[16_384];
    try (InputStream in = stream(request)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
        if (body.size() > limit) {
          throw tooLarge(limit);
        }
        if (clock.instant().isAfter(deadline)) {
          throw tooSlow();
        }
      }
    } catch (SocketTimeoutException e) {
      throw tooSlow();
    } catch (ZipException | EOFException e) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "The body is not gzip, or not the whole of it, though Content-Encoding says so.");
    } catch (IOException e) {
      throw e.getCause() instanceof SocketTimeoutException ? tooSlow() : brokenOff();
    }
    return body.toByteArray();
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

  private static Refused tooLarge(long limit) {
    return Refused.because(
        ErrorCode.TOO_LARGE,
        "The body is larger than " + limit + " bytes: send fewer sessions in one bundle.");
  }

  /** The sender hung up, or cut the body into pieces otherwise than HTTP says. */
  private static Refused brokenOff() {
    return Refused.because(ErrorCode.INVALID_REQUEST, "The body did not arrive as a whole.");
  }

  private static Refused tooSlow() {
    return Refused.because(
        ErrorCode.BODY_TOO_SLOW, "The body took too long to arrive: send it again.");
  }
}
