package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text, RFC 7468. */
final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  static String write(String label, byte[] content) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(LINE, newline).encodeToString(content), label);
  }

  /**
   * The content under a label.
   *
   * @throws IllegalArgumentException where there is none
   */
  static byte[] read(String text, String label) {
    String begin = "-----BEGIN " + label + "-----";
    int start = text.indexOf(begin);
    int end = text.indexOf("-----END " + label + "-----");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("There is no " + label + " in PEM");
    }
    return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
  }
}
