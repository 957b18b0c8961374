package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

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
   * The first content under a label.
   *
   * @throws IllegalArgumentException where there is none
   */
  static byte[] read(String text, String label) {
    return readAll(text, label).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no " + label + " in PEM"));
  }

  /** Every content under a label. */
  static List<byte[]> readAll(String text, String label) {
    return Pattern.compile(
            "-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]*)-----END %1$s-----".formatted(label))
        .matcher(text)
        .results()
        .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
        .toList();
  }
}
