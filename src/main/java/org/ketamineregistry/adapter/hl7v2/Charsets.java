package org.ketamineregistry.adapter.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The character sets of HL7's table 0211 that are taken. */
final class Charsets {
  static final String UTF_8 = "UNICODE UTF-8";
  static final List<String> NAMES = List.of("ASCII", "8859/1", "8859/15", UTF_8);

  private Charsets() {}

  /** A character set by its name in MSH-18. */
  static Optional<Charset> of(String name) {
    return switch (name) {
      case "ASCII" -> Optional.of(StandardCharsets.US_ASCII);
      case "8859/1" -> Optional.of(StandardCharsets.ISO_8859_1);
      case "8859/15" -> Optional.of(Charset.forName("ISO-8859-15"));
      case UTF_8, "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
      default -> Optional.empty();
    };
  }
}
