package org.ketamineregistry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes a text at random: its bytes, or of JSON its tree. The same seed makes the same change.
 */
final class Mutation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MARKS = " \"{}[]<>/&,:0-\\\0";

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999999",
          "1e-999999",
          "12345678901234567890",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\"",
          "\"0000\"",
          "\"9999-12-31\"",
          "\"2026-02-30\"",
          "\"2026-09-14T10:00:00Z\"",
          "\"urn:uuid:\"",
          "\"Patient/1\"",
          "\"#\"",
          "\"http://hl7.org/fhir\"",
          "\"urn:x|y\"",
          "\"identifier=urn:x|y\"",
          "\"<b>&amp;</b>\"",
          "\"%00%ff\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"\":{}}",
          "{\"resourceType\":\"Patient\"}",
          "{\"extension\":[{\"url\":\"http://x\"}]}",
          "{\"reference\":\"#\"}",
          "{\"contained\":[{}]}");

  private final Random random;

  Mutation(long seed) {
    random = new Random(seed);
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One to eight changes of bytes; what comes of it may be no UTF-8. */
  byte[] ofBytes(byte[] text, byte[] other) {
    byte[] changed = text;
    for (int i = random.nextInt(8); i >= 0 && changed.length > 1; i--) {
      changed = changedBytes(changed, other);
    }
    return changed;
  }

  private byte[] changedBytes(byte[] text, byte[] other) {
    int at = random.nextInt(text.length);
    int length = Math.min(text.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
    return switch (random.nextInt(6)) {
      case 0 -> spliced(text, at, 1, new byte[] {(byte) (text[at] ^ (1 << random.nextInt(8)))});
      case 1 ->
          spliced(text, at, 1, new byte[] {(byte) MARKS.charAt(random.nextInt(MARKS.length()))});
      case 2 -> spliced(text, at, length, new byte[0]);
      case 3 -> spliced(text, at, 0, part(text, at, length));
      case 4 -> spliced(text, at, length, part(text, random.nextInt(text.length), length));
      default -> spliced(text, at, length, part(other, random.nextInt(other.length), length));
    };
  }

  private static byte[] part(byte[] text, int at, int length) {
    return Arrays.copyOfRange(text, at, Math.min(text.length, at + length));
  }

  private static byte[] spliced(byte[] text, int at, int removed, byte[] inserted) {
    var result = new ByteArrayOutputStream();
    result.write(text, 0, at);
    result.writeBytes(inserted);
    int rest = Math.min(text.length, at + removed);
    result.write(text, rest, text.length - rest);
    return result.toByteArray();
  }

  /** One to four changes of nodes; what comes of it is well-formed. */
  byte[] ofTree(String json, String other) {
    try {
      JsonNode root = JSON.readTree(json);
      JsonNode donor = JSON.readTree(other);
      for (int i = random.nextInt(4); i >= 0; i--) {
        changeNode(root, donor);
      }
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void changeNode(JsonNode root, JsonNode donor) throws JsonProcessingException {
    JsonNode parent = oneOf(parents(root));
    if (parent instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(at, array.get(at).deepCopy());
        case 2 -> array.set(at, odd(array.get(at)));
        default -> array.set(at, stray(root, donor));
      }
    } else if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = oneOf(names);
      JsonNode value = object.get(name);
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 ->
            object.set(
                oneOf(List.of("_" + name, name + "X", "value" + name, "id", "extension")), value);
        case 2 -> object.set(name, odd(value));
        case 3 -> object.set(name, stray(root, donor));
        case 4 -> object.set(name, JSON.createArrayNode().add(value.deepCopy()));
        default -> object.set("_" + name, odd(value));
      }
    }
  }

  private JsonNode odd(JsonNode old) throws JsonProcessingException {
    if (old.isTextual() && random.nextBoolean()) {
      byte[] bytes = old.asText().getBytes(StandardCharsets.UTF_8);
      return bytes.length < 2
          ? old
          : JSON.getNodeFactory()
              .textNode(new String(ofBytes(bytes, bytes), StandardCharsets.ISO_8859_1));
    }
    return JSON.readTree(oneOf(ODD_VALUES));
  }

  private JsonNode stray(JsonNode root, JsonNode donor) {
    JsonNode from = oneOf(parents(random.nextBoolean() ? root : donor));
    List<JsonNode> children = new ArrayList<>();
    from.forEach(children::add);
    return oneOf(children).deepCopy();
  }

  private static List<JsonNode> parents(JsonNode root) {
    List<JsonNode> found = new ArrayList<>();
    if (root.isContainerNode() && !root.isEmpty()) {
      found.add(root);
      root.forEach(child -> found.addAll(parents(child)));
    }
    if (found.isEmpty()) {
      found.add(JSON.createArrayNode().add(0));
    }
    return found;
  }
}
