package org.ketamineregistry.adapter.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.List;

/**
 * The text of a mapping file as a tree. Whatever stands in it is a text, as it stands: a column
 * {@code No} is no denial, and a code {@code 01} is not 1, whatever YAML makes of them elsewhere.
 */
public final class MappingFile {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MappingFile() {}

  /**
   * Reads it.
   *
   * @throws UnusableMapping where it is no YAML, or says a name twice
   */
  public static JsonNode read(String yaml) throws UnusableMapping {
    YAMLFactory factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (YAMLParser parser = factory.createParser(yaml)) {
      return parser.nextToken() == null ? NODES.missingNode() : value(parser);
    } catch (JsonProcessingException e) {
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new UnusableMapping(
          List.of(
              "line "
                  + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                  + ": this is no YAML, or a name is there twice ("
                  + why
                  + ")."));
    } catch (IOException e) {
      throw new IllegalStateException("A text is always readable.", e);
    }
  }

  private static JsonNode value(YAMLParser parser) throws IOException, UnusableMapping {
    if (parser.isCurrentAlias()) {
      throw new UnusableMapping(
          List.of(
              "line "
                  + parser.currentLocation().getLineNr()
                  + ": anchors and aliases of YAML are not read; write it out."));
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      ObjectNode map = NODES.objectNode();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        map.set(name, value(parser));
      }
      return map;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode list = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return parser.currentToken() == JsonToken.VALUE_NULL
        ? NODES.nullNode()
        : NODES.textNode(parser.getText());
  }
}
