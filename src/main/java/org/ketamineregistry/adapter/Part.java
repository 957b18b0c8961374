package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a declaration, read strictly: what is wrong is noted with its place, and reading goes
 * on, so that all mistakes are told at once.
 *
 * @param node what it says; a missing one where it is not there
 * @param place the path from the top, such as {@code clinic.zone}; empty at the top
 * @param mistakes of the whole declaration
 */
public record Part(JsonNode node, String place, List<String> mistakes) {

  /** Notes what is wrong here, in words that go on after the place. */
  public void mistake(String text) {
    mistakes.add((place.isEmpty() ? "file" : place) + ": " + text);
  }

  /** Whether it says something under a name. */
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

  /**
   * Tells what was noted.
   *
   * @throws Mistaken where anything was
   */
  public void check() throws Mistaken {
    if (!mistakes.isEmpty()) {
      throw new Mistaken(mistakes);
    }
  }

  /** Whether it is said at all. */
  public boolean isThere() {
    return !node.isMissingNode();
  }

  /** A text that has to be there; empty where it is not, which is noted. */
  public String required(String name) {
    String text = text(name, "");
    if (text.isBlank()) {
      at(name).mistake("is missing.");
    }
    return text;
  }

  /** A text that has to be there, in a form. */
  public String required(String name, Pattern form, String wanted) {
    String text = text(name, "");
    if (text.isBlank()) {
      at(name).mistake("is missing; it is " + wanted + ".");
    } else if (!form.matcher(text).matches()) {
      at(name).mistake("has to be " + wanted + ".");
    }
    return text;
  }

  /** {@code true} or {@code false}, which has to be there. */
  public boolean truth(String name) {
    return at(name).oneOf(List.of("true", "false")).equals("true");
  }

  /** Itself as one of some texts; the first of them where it is none, which is noted. */
  public String oneOf(Collection<String> allowed) {
    String text = node.isValueNode() ? node.asText() : "";
    if (allowed.contains(text)) {
      return text;
    }
    mistake("has to be one of: " + String.join(", ", allowed) + ".");
    return allowed.iterator().next();
  }

  /** A text, or what it is where nothing is said. */
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

  /** The parts of a list. */
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

  /** The parts of a list, or the one that stands where a list could. */
  public List<Part> oneOrMore(String name) {
    return at(name).node.isArray() ? list(name) : has(name) ? List.of(at(name)) : List.of();
  }

  /** The texts of a list. */
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
