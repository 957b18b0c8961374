package org.ketamineregistry.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mapping file, read strictly: what is wrong is noted with its place, and reading goes
 * on, so that all mistakes are told at once.
 */
public record Part(JsonNode node, String place, List<String> mistakes) {

  public void mistake(String text) {
    mistakes.add((place.isEmpty() ? "mapping" : place) + ": " + text);
  }

  public boolean has(String name) {
    return node.has(name);
  }

  /** A part by its name; a missing one has nothing in it. */
  public Part at(String name) {
    return new Part(
        node.has(name) ? node.get(name) : MissingNode.getInstance(),
        place.isEmpty() ? name : place + "." + name,
        mistakes);
  }

  /** Notes names that nobody reads. */
  public Part only(String... names) {
    if (!node.isMissingNode() && !node.isObject()) {
      mistake("has to be a map with some of: " + String.join(", ", names) + ".");
      return this;
    }
    Set<String> known = new TreeSet<>(List.of(names));
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                at(name).mistake("is not known here; known are: " + String.join(", ", known) + ".");
              }
            });
    return this;
  }

  /** A text that has to be there; empty where it is not, which is noted. */
  public String required(String name) {
    String text = text(name, "");
    if (text.isBlank()) {
      at(name).mistake("is missing.");
    }
    return text;
  }

  public String text(String name, String otherwise) {
    String text = at(name).text();
    return text == null ? otherwise : text;
  }

  /** Itself as a text; null where it is missing or none. */
  public @Nullable String text() {
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isValueNode() || node.isNull()) {
      mistake("has to be a text.");
      return null;
    }
    return node.asText();
  }

  public List<Part> list(String name) {
    Part list = at(name);
    if (list.node.isMissingNode()) {
      return List.of();
    }
    if (!list.node.isArray()) {
      list.mistake("has to be a list.");
      return List.of();
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < list.node.size(); i++) {
      parts.add(new Part(list.node.get(i), list.place + "[" + i + "]", mistakes));
    }
    return parts;
  }

  public List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (Part part : list(name)) {
      String text = part.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The parts of a map, by their names. */
  public Map<String, Part> map(String name) {
    Part map = at(name);
    Map<String, Part> parts = new LinkedHashMap<>();
    if (map.node.isObject()) {
      map.node.fieldNames().forEachRemaining(key -> parts.put(key, map.at(key)));
    } else if (!map.node.isMissingNode()) {
      map.mistake("has to be a map.");
    }
    return parts;
  }
}
