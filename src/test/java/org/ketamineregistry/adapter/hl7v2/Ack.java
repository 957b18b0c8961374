package org.ketamineregistry.adapter.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An acknowledgement as its receiver sees it. */
record Ack(String text) {
  static Ack of(byte[] bytes) {
    return new Ack(new String(bytes, StandardCharsets.UTF_8));
  }

  String code() {
    return field("MSA", 1);
  }

  String control() {
    return field("MSA", 2);
  }

  /** Of each error the location, the condition, the stable code. */
  List<String> errors() {
    return segments("ERR")
        .map(fields -> fields[2] + ' ' + first(fields[3]) + ' ' + first(fields[5]))
        .toList();
  }

  /** The words of each error. */
  List<String> words() {
    return segments("ERR").map(fields -> fields[8]).toList();
  }

  /** A field; of MSH the delimiter counts as one. */
  String field(String segment, int number) {
    int at = segment.equals("MSH") ? number - 1 : number;
    return segments(segment)
        .findFirst()
        .map(fields -> fields.length > at ? fields[at] : "")
        .orElse("");
  }

  private Stream<String[]> segments(String name) {
    return Arrays.stream(text.split("\r"))
        .filter(segment -> segment.startsWith(name))
        .map(segment -> segment.split("\\|", -1));
  }

  private static String first(String field) {
    return field.split("\\^", -1)[0];
  }
}
