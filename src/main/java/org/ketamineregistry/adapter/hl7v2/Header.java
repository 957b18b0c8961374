package org.ketamineregistry.adapter.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a message says of itself (MSH), read before anything else is, so that a message that cannot
 * be read can be answered too.
 */
final class Header {
  private static final String NAME = "MSH";
  private static final int DELIMITERS = 4;

  private final List<String> fields;
  private final String component;
  private final String repetition;

  private Header(List<String> fields, char component, char repetition) {
    this.fields = fields;
    this.component = Pattern.quote(String.valueOf(component));
    this.repetition = Pattern.quote(String.valueOf(repetition));
  }

  /** The header at the beginning of a message; empty where it begins with none. */
  static Optional<Header> of(byte[] message) {
    int end = 0;
    while (end < message.length && message[end] != '\r' && message[end] != '\n') {
      end++;
    }
    // Every encoding that is taken has its delimiters in common with this one.
    String line = new String(message, 0, end, StandardCharsets.ISO_8859_1);
    if (!line.startsWith(NAME) || line.length() < NAME.length() + 2 + DELIMITERS) {
      return Optional.empty();
    }
    String delimiters = line.substring(NAME.length(), NAME.length() + 1 + DELIMITERS);
    if (!delimiters.matches("[!-/:-@\\[-`{-~]{5}") || delimiters.chars().distinct().count() != 5) {
      return Optional.empty();
    }
    char field = delimiters.charAt(0);
    return line.charAt(NAME.length() + 1 + DELIMITERS) == field
        ? Optional.of(
            new Header(
                List.of(line.split(Pattern.quote(String.valueOf(field)), -1)),
                delimiters.charAt(1),
                delimiters.charAt(2)))
        : Optional.empty();
  }

  /** MSH-3. */
  String application() {
    return at(3, 1);
  }

  /** MSH-4. */
  String facility() {
    return at(4, 1);
  }

  /** MSH-7. */
  String time() {
    return at(7, 1);
  }

  /** MSH-9.1 and MSH-9.2, such as {@code ORU^R01}. */
  String type() {
    return at(9, 1) + '^' + at(9, 2);
  }

  /** MSH-10 as it was sent. */
  String control() {
    return fields.size() > 9 ? fields.get(9) : "";
  }

  /** MSH-11. */
  String processing() {
    return at(11, 1);
  }

  /** MSH-12. */
  String version() {
    return at(12, 1);
  }

  /** MSH-18. */
  String charset() {
    return at(18, 1);
  }

  private String at(int number, int wanted) {
    // MSH-1 is the delimiter itself.
    if (fields.size() < number) {
      return "";
    }
    String[] parts = fields.get(number - 1).split(repetition, 2)[0].split(component, -1);
    return parts.length < wanted ? "" : parts[wanted - 1].strip();
  }
}
