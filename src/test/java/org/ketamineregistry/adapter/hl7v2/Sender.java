package org.ketamineregistry.adapter.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A sender's side of a connection by MLLP. */
public record Sender(Socket socket) implements AutoCloseable {
  /** A sender that has just connected to a listener of this machine. */
  public static Sender to(MllpListener listener) throws IOException {
    return new Sender(new Socket(InetAddress.getLoopbackAddress(), listener.port()));
  }

  /** Sends bytes as they are. */
  void bytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends a message in its frame. */
  void message(String message) throws IOException {
    bytes(("\u000B" + message + "\u001C\r").getBytes(StandardCharsets.UTF_8));
  }

  /** The next answer; empty where the connection ended instead. */
  String answer() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == 0x1C) {
          in.read();
          return answer.toString(StandardCharsets.UTF_8).substring(1);
        }
        answer.write(next);
      }
    } catch (SocketException e) {
      return ""; // It was reset.
    }
    return "";
  }

  /** Sends a message and waits for its acknowledgement. */
  public String acknowledged(String message) throws IOException {
    message(message);
    return answer();
  }

  /** The code of the acknowledgement of a message. */
  String send(String message) throws IOException {
    return new Ack(acknowledged(message)).code();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
