package org.ketamineregistry.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Notes where each member of a JSON text begins. */
final class JsonPlaces {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonPlaces() {}

  static PlacedNode read(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      var root = new PlacedNode("", place(parser));
      members(parser, root);
      return root;
    }
  }

  private static void members(JsonParser parser, PlacedNode parent) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Place place = place(parser);
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        items(parser, parent, name, place);
      } else {
        value(parser, parent, name, place);
      }
    }
  }

  private static void items(JsonParser parser, PlacedNode parent, String name, Place place)
      throws IOException {
    boolean empty = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      empty = false;
      value(parser, parent, name, place(parser));
    }
    if (empty) {
      parent.add(new PlacedNode(name, place));
    }
  }

  private static void value(JsonParser parser, PlacedNode parent, String name, Place place)
      throws IOException {
    var node = new PlacedNode(name, place);
    parent.add(node);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      members(parser, node);
    } else {
      parser.skipChildren();
    }
  }

  private static Place place(JsonParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(at.getLineNr(), at.getColumnNr());
  }
}
