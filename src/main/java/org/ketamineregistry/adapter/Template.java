package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** The resource with the values of its fields. */
  ObjectNode filled(Map<String, Value> values) {
    return (ObjectNode) new Filling(values).object(content).node();
  }

  /** A part of the content that was gone through. */
  private record Filled(JsonNode node, boolean hasPlaceholders, boolean isFilled) {
    boolean isLeftOut() {
      return hasPlaceholders && !isFilled;
    }
  }

  private record Filling(Map<String, Value> values) {
    private Filled any(JsonNode node) {
      return node.isObject()
          ? object(node)
          : node.isArray() ? array(node) : node.isTextual() ? text(node) : new Filled(node, false, false);
    }

    private Filled object(JsonNode node) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      if (node.has(CONDITION) && !values.containsKey(node.get(CONDITION).asText())) {
        return new Filled(copy, true, false);
      }
      boolean has = false;
      boolean is = false;
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        if (!property.getKey().equals(CONDITION)) {
          Filled filled = any(property.getValue());
          has |= filled.hasPlaceholders();
          is |= filled.isFilled();
          if (!filled.isLeftOut()) {
            copy.set(property.getKey(), filled.node());
          }
        }
      }
      return new Filled(copy, has, is);
    }

    private Filled array(JsonNode node) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      boolean has = false;
      boolean is = false;
      for (JsonNode element : node) {
        Filled filled = any(element);
        has |= filled.hasPlaceholders();
        is |= filled.isFilled();
        if (!filled.isLeftOut()) {
          copy.add(filled.node());
        }
      }
      return new Filled(copy, has || copy.isEmpty(), is || (!has && !copy.isEmpty()));
    }

    private Filled text(JsonNode node) {
      Matcher placeholder = PLACEHOLDER.matcher(node.textValue());
      if (!placeholder.matches()) {
        return new Filled(node, false, false);
      }
      Optional<JsonNode> value =
          Optional.ofNullable(values.get(placeholder.group(1)))
              .map(
                  found ->
                      placeholder.group(2) == null
                          ? found.whole()
                          : found.parts().get(placeholder.group(2)));
      return new Filled(value.orElse(node), true, value.isPresent());
    }
  }
}
