package org.ketamineregistry.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP by a bare socket, for what a well-behaved client would not send. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  /** A status line with what followed it. */
  record Answer(int status, String text) {
    static Answer of(String text) {
      String[] line = text.split(" ", 3);
      return new Answer(
          line.length < 2 || !line[0].startsWith("HTTP/") ? 0 : Integer.parseInt(line[1]), text);
    }
  }

  /** Sends a request with a body; the connection is closed after it. */
  static Answer exchange(int port, String method, String target, byte[] body, String... headers) {
    var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return talk(
        port,
        out -> {
          out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
        });
  }

  /** What a sender does with a connection. */
  @FunctionalInterface
  interface Speech {
    void speak(OutputStream out) throws IOException, InterruptedException;
  }

  /** Speaks, and reads the answer to its end. A server may hang up while it is spoken to. */
  static Answer talk(int port, Speech speech) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      var speaker =
          new Thread(
              () -> {
                try {
                  speech.speak(out);
                  out.flush();
                } catch (IOException hungUp) {
                  // The answer may have been sent all the same.
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      speaker.setDaemon(true);
      speaker.start();
      return Answer.of(read(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(InputStream in) {
    var text = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        text.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // What came until here is the answer.
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
