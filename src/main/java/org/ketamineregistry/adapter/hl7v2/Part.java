package org.ketamineregistry.adapter.hl7v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object of a configuration, read strictly: what is wrong with it is noted, and read on. */
final class Part {
  private final JsonNode node;
  private final String path;
  private final List<String> mistakes;

  Part(JsonNode node, String path, List<String> mistakes, Set<String> names) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.path = path;
    this.mistakes = mistakes;
    if (!node.isMissingNode() && !node.isObject()) {
      mistake("", "has to be an object with " + String.join(", ", new TreeSet<>(names)));
    }
    for (Map.Entry<String, JsonNode> property : this.node.properties()) {
      if (!names.contains(property.getKey())) {
        mistake(
            property.getKey(),
            "is not known here; there are " + String.join(", ", new TreeSet<>(names)));
      }
    }
  }

  Part part(String name, Set<String> names) {
    return new Part(node.path(name), at(name), mistakes, names);
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** A text that has to be there. */
  String text(String name, Pattern form, String wanted) {
    String text = text(name);
    if (text == null) {
      mistake(name, "is missing; it is " + wanted);
      return "";
    }
    if (!form.matcher(text).matches()) {
      mistake(name, "has to be " + wanted);
    }
    return text;
  }

  /** A text that need not be there. */
  @Nullable String text(String name) {
    JsonNode value = node.path(name);
    if (value.isContainerNode()) {
      mistake(name, "has to be a single value");
      return null;
    }
    return value.isMissingNode() || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText();
  }

  boolean truth(String name) {
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      mistake(name, "has to be true or false");
    }
    return value.asBoolean();
  }

  /** The objects of a list. */
  <T> List<T> each(String name, Set<String> names, Function<Part, T> read) {
    List<T> all = new ArrayList<>();
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      mistake(name, "has to be a list");
    }
    for (JsonNode one : list.isArray() ? list : MissingNode.getInstance()) {
      all.add(read.apply(new Part(one, at(name) + '[' + all.size() + ']', mistakes, names)));
    }
    return all;
  }

  /** The texts of a list, each once. */
  Set<String> texts(String name) {
    Set<String> all = new LinkedHashSet<>();
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      mistake(name, "has to be a list");
    }
    for (JsonNode one : list.isArray() ? list : MissingNode.getInstance()) {
      all.add(one.asText());
    }
    return all;
  }

  /** What stands for each code. */
  <T> Map<String, T> map(String name, Function<Entry, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    JsonNode map = node.path(name);
    if (!map.isMissingNode() && !map.isObject()) {
      mistake(name, "has to be an object with a code and what it stands for in each line");
    }
    map.properties()
        .forEach(
            one ->
                all.put(
                    one.getKey(),
                    read.apply(
                        new Entry(at(name) + '.' + one.getKey(), one.getValue(), mistakes))));
    return all;
  }

  /** What stands for a code. */
  record Entry(String path, JsonNode value, List<String> mistakes) {
    /** One of the texts. */
    String oneOf(Set<String> allowed) {
      if (!allowed.contains(value.asText())) {
        mistakes.add(path + " has to be one of: " + String.join(", ", allowed));
      }
      return value.asText();
    }

    Part part(Set<String> names) {
      return new Part(value, path, mistakes, names);
    }
  }

  void mistake(String name, String what) {
    String where = name.isEmpty() ? path : at(name);
    mistakes.add((where.isEmpty() ? "The configuration" : where) + ' ' + what);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }
}
