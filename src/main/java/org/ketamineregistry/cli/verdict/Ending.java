package org.ketamineregistry.cli.verdict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketamineregistry.ingest.Format;

/** What a text holds: of a file by the ending of its name, of any other by how it begins. */
enum Ending {
  JSON(".json", Format.JSON),
  XML(".xml", Format.XML),
  /** A resource or bundle a line. */
  NDJSON(".ndjson", Format.JSON);

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String text;
  private final Format format;

  Ending(String text, Format format) {
    this.text = text;
    this.format = format;
  }

  Format format() {
    return format;
  }

  static Optional<Ending> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(ending -> name.endsWith(ending.text)).findFirst();
  }

  /** Several lines of which the first is an object by itself are NDJSON. */
  static Ending of(byte[] text) {
    List<byte[]> lines =
        Lines.of(text).stream()
            .filter(line -> !new String(line, StandardCharsets.UTF_8).isBlank())
            .limit(2)
            .toList();
    if (lines.isEmpty()) {
      return JSON;
    }
    if (new String(lines.get(0), StandardCharsets.UTF_8).stripLeading().startsWith("<")) {
      return XML;
    }
    return lines.size() > 1 && isObject(lines.get(0)) ? NDJSON : JSON;
  }

  private static boolean isObject(byte[] line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
