package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kind of record looks like in FHIR. A text <code>${name}</code> stands for a field, <code>
 * ${name.part}</code> for a part of it. What has placeholders, none of which is filled, is left
 * out; so is what has an {@code $if} that names a field which is not given.
 *
 * @param kind its name in mappings
 * @param about what it records
 * @param fields by their names, in the order of the template
 * @param content the resource
 */
public record Template(String kind, String about, Map<String, Field> fields, ObjectNode content) {
  static final String CONDITION = "$if";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9-]+)(?:\\.([a-z]+))?}");

  /** The type of the resource. */
  public String type() {
    return content.path("resourceType").asText();
  }

  /**
   * The resource with the values of its fields.
   *
   * @param resource what is sent
   * @param places which field each place of it was filled from, by the path in JSON, such as {@code
   *     component[0].valueQuantity.value}
   */
  record Filled(ObjectNode resource, Map<String, String> places) {}

  /** The resource with the values of its fields. */
  Filled filled(Map<String, Value> values) {
    var filling = new Filling(values, new LinkedHashMap<>());
    return new Filled((ObjectNode) filling.object(content, "").node(), filling.places());
  }

  /** A part of the content that was gone through. */
  private record Part(JsonNode node, boolean hasPlaceholders, boolean isFilled) {
    boolean isLeftOut() {
      return hasPlaceholders && !isFilled;
    }
  }

  private record Filling(Map<String, Value> values, Map<String, String> places) {
    private Part any(JsonNode node, String path) {
      return node.isObject()
          ? object(node, path)
          : node.isArray()
              ? array(node, path)
              : node.isTextual() ? text(node, path) : new Part(node, false, false);
    }

    private Part object(JsonNode node, String path) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      if (node.has(CONDITION) && !values.containsKey(node.get(CONDITION).asText())) {
        return new Part(copy, true, false);
      }
      boolean has = false;
      boolean is = false;
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        String name = property.getKey();
        if (!name.equals(CONDITION)) {
          Part part = any(property.getValue(), path.isEmpty() ? name : path + '.' + name);
          has |= part.hasPlaceholders();
          is |= part.isFilled();
          if (!part.isLeftOut()) {
            copy.set(name, part.node());
          }
        }
      }
      return new Part(copy, has, is);
    }

    private Part array(JsonNode node, String path) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      boolean has = false;
      boolean is = false;
      for (JsonNode element : node) {
        // What is left out fills no place, so the next one stands where it would have stood.
        Part part = any(element, path + '[' + copy.size() + ']');
        has |= part.hasPlaceholders();
        is |= part.isFilled();
        if (!part.isLeftOut()) {
          copy.add(part.node());
        }
      }
      return new Part(copy, has || copy.isEmpty(), is || (!has && !copy.isEmpty()));
    }

    private Part text(JsonNode node, String path) {
      Matcher placeholder = PLACEHOLDER.matcher(node.textValue());
      if (!placeholder.matches()) {
        return new Part(node, false, false);
      }
      Optional<JsonNode> value =
          Optional.ofNullable(values.get(placeholder.group(1)))
              .map(
                  found ->
                      placeholder.group(2) == null
                          ? found.whole()
                          : found.parts().get(placeholder.group(2)));
      value.ifPresent(found -> places.put(path, placeholder.group(1)));
      return new Part(value.orElse(node), true, value.isPresent());
    }
  }
}
