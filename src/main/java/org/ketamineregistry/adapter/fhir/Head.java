package org.ketamineregistry.adapter.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a line says of itself. The whole line is gone through, so that what is no JSON is known
 * before it is read as FHIR.
 *
 * @param type of the resource
 * @param id of the resource; empty where it has none
 * @param text the line
 */
record Head(String type, String id, Version version, String text) {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 60;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LineReader.LONGEST)
                  .build())
          .build();

  /**
   * Which version of a resource it is.
   *
   * @param updated when it was made; null where that is not said
   * @param number of it; -1 where it is no number
   */
  record Version(@Nullable Instant updated, long number) {
    static final Version NONE = new Version(null, -1);

    boolean isOlderThan(Version other) {
      if (updated != null && other.updated != null && !updated.equals(other.updated)) {
        return updated.isBefore(other.updated);
      }
      return number >= 0 && other.number >= 0 && number < other.number;
    }
  }

  /**
   * Reads it.
   *
   * @return null where it is no JSON in UTF-8 of a reasonable depth, or no resource
   */
  static @Nullable Head read(ByteBuffer line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(line.duplicate()).toString();
      return read(text);
    } catch (CharacterCodingException e) {
      return null;
    } catch (IOException e) {
      return null; // Its words could repeat a value.
    }
  }

  private static @Nullable Head read(String text) throws IOException {
    String type = "";
    String id = "";
    Version version = Version.NONE;
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING && name.equals("resourceType")) {
          type = parser.getText();
        } else if (token == JsonToken.VALUE_STRING && name.equals("id")) {
          id = parser.getText();
        } else if (token == JsonToken.START_OBJECT && name.equals("meta")) {
          version = version(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        return null;
      }
    }
    return type.isEmpty() ? null : new Head(type, id, version, text);
  }

  private static Version version(JsonParser parser) throws IOException {
    Instant updated = null;
    long number = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING && name.equals("lastUpdated")) {
        updated = instant(parser.getText());
      } else if (token == JsonToken.VALUE_STRING && name.equals("versionId")) {
        String said = parser.getText();
        number = said.matches("\\d{1,18}") ? Long.parseLong(said) : -1;
      } else {
        parser.skipChildren();
      }
    }
    return new Version(updated, number);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A digest of type and id, the same for all versions; 0 where it has no id. */
  long resource() {
    if (id.isEmpty()) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    for (byte octet : (type + "/" + id).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
