package org.ketamineregistry.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.forms.ElementPath.Step;

/** A resource that grows from answers, and in the end takes what its profile fixes. */
final class Sprout {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where an answer was put: the property of an object, or one of its repetitions. */
  private record Put(String stem, Map<Integer, String> items) {}

  private final Elements elements;
  private final String profile;
  private final String item;
  private final Map<JsonNode, Map<String, Put>> puts = new IdentityHashMap<>();
  private final ObjectNode root = JSON.createObjectNode();
  private final Map<JsonNode, String> slices = new IdentityHashMap<>();
  private final Map<String, ObjectNode> open = new HashMap<>();

  /**
   * @param item the item that becomes the resource, as an expression in the response
   */
  Sprout(Elements elements, String profile, String item) {
    this.elements = elements;
    this.profile = profile;
    this.item = item;
    root.put("resourceType", elements.type(profile));
    root.putObject("meta").putArray("profile").add(profile);
  }

  String profile() {
    return profile;
  }

  /**
   * Puts a value where a path leads; a value that repeats is added.
   *
   * @param from the item that it comes from, as an expression in the response
   */
  void put(ElementPath path, JsonNode value, String type, String from) {
    ObjectNode parent = down(path);
    Step last = path.last();
    String property = last.property(type);
    if (last.repeats()) {
      JsonNode added = value.deepCopy();
      parent.withArray(property).add(added);
      mark(added, last);
      came(parent, property, last, parent.withArray(property).size() - 1, from);
    } else {
      parent.set(property, value.deepCopy());
      came(parent, property, last, 0, from);
    }
  }

  private void came(ObjectNode parent, String property, Step step, int index, String from) {
    put(parent, property, step).items().put(index, from);
  }

  private Put put(ObjectNode parent, String property, Step step) {
    return puts.computeIfAbsent(parent, key -> new HashMap<>())
        .computeIfAbsent(property, key -> new Put(step.stem(), new HashMap<>()));
  }

  /**
   * Which item each part of the grown resource comes from.
   *
   * @param expression leads to the resource
   * @param origins takes an expression and the item
   */
  void origins(String expression, BiConsumer<String, String> origins) {
    origins.accept(expression, item);
    origins(root, expression, origins);
  }

  private void origins(ObjectNode node, String expression, BiConsumer<String, String> origins) {
    Map<String, Put> put = puts.getOrDefault(node, Map.of());
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Put known = put.get(field.getKey());
      String at = expression + "." + (known == null ? field.getKey() : known.stem());
      boolean array = field.getValue().isArray();
      int count = array ? field.getValue().size() : 1;
      for (int i = 0; i < count; i++) {
        JsonNode value = array ? field.getValue().get(i) : field.getValue();
        String place = array ? at + "[" + i + "]" : at;
        if (known != null && known.items().containsKey(i)) {
          origins.accept(place, known.items().get(i));
        }
        if (value instanceof ObjectNode object) {
          origins(object, place, origins);
        }
      }
    }
  }

  /**
   * Begins an element anew, and lets what is put below it go there until it ends.
   *
   * @param from the item that it is made for, as an expression in the response
   * @return ends it
   */
  Runnable begin(ElementPath path, String from) {
    ObjectNode parent = down(path);
    ObjectNode begun = child(parent, path.last(), true);
    String property = path.last().property(firstType(path.last()));
    came(parent, property, path.last(), Math.max(parent.path(property).size() - 1, 0), from);
    ObjectNode before = open.put(path.id(), begun);
    return () -> {
      if (before == null) {
        open.remove(path.id());
      } else {
        open.put(path.id(), before);
      }
    };
  }

  /** The parent of what a path leads to, made where it is not there. */
  private ObjectNode down(ElementPath path) {
    ObjectNode at = root;
    for (Step step : path.steps().subList(0, path.steps().size() - 1)) {
      ObjectNode begun = open.get(step.id());
      at = begun != null ? begun : child(at, step, false);
    }
    return at;
  }

  private ObjectNode child(ObjectNode parent, Step step, boolean anew) {
    String property = step.property(firstType(step));
    if (!step.repeats()) {
      put(parent, property, step);
      return parent.withObjectProperty(property);
    }
    ArrayNode siblings = parent.withArray(property);
    for (JsonNode sibling : siblings) {
      if (!anew && sibling instanceof ObjectNode node && isOf(sibling, step)) {
        return node;
      }
    }
    ObjectNode added = siblings.addObject();
    mark(added, step);
    return added;
  }

  private boolean isOf(JsonNode node, Step step) {
    return step.slice() == null || step.slice().equals(slices.get(node));
  }

  private void mark(JsonNode node, Step step) {
    if (step.slice() != null) {
      slices.put(node, step.slice());
    }
    String extension = step.extension();
    if (step.name().equals("extension") && node instanceof ObjectNode object) {
      object.put("url", extension == null ? step.slice() : extension);
    }
  }

  /** The resource, with what the profile requires and fixes. */
  ObjectNode grown() {
    complete(root, elements.of(profile), elements.type(profile));
    return root;
  }

  private boolean complete(ObjectNode node, List<JsonNode> all, String prefix) {
    boolean changed = false;
    for (JsonNode element : all) {
      String id = element.path("id").asText();
      if (!id.startsWith(prefix + ".") || id.indexOf('.', prefix.length() + 1) >= 0) {
        continue;
      }
      String segment = id.substring(prefix.length() + 1);
      if (!segment.startsWith("extension") && !element.path("max").asText().equals("0")) {
        changed |= complete(node, all, element, segment);
      }
    }
    return changed;
  }

  private boolean complete(ObjectNode node, List<JsonNode> all, JsonNode element, String segment) {
    var step = Step.of(element.path("id").asText(), segment, element);
    String property = step.property(firstType(step));
    List<JsonNode> there = present(node, property, step);
    JsonNode fixed = fixed(element);
    for (JsonNode one : there) {
      if (one instanceof ObjectNode object) {
        if (fixed instanceof ObjectNode wanted) {
          wanted.fields().forEachRemaining(f -> object.putIfAbsent(f.getKey(), f.getValue()));
        } else {
          complete(object, all, step.id());
        }
      }
    }
    if (!there.isEmpty() || element.path("min").asInt() == 0) {
      return !there.isEmpty() && fixed != null;
    }
    // What is required and is not there is made only where the profile says what it is.
    ObjectNode made = JSON.createObjectNode();
    if (fixed == null && !complete(made, all, step.id())) {
      return false;
    }
    add(node, property, step, fixed == null ? made : fixed.deepCopy());
    return true;
  }

  private void add(ObjectNode node, String property, Step step, JsonNode value) {
    if (step.repeats()) {
      node.withArray(property).add(value);
      mark(value, step);
    } else {
      node.set(property, value);
    }
  }

  private List<JsonNode> present(ObjectNode node, String property, Step step) {
    JsonNode there = node.get(property);
    if (there == null) {
      return List.of();
    }
    return there instanceof ArrayNode array
        ? StreamSupport.stream(array.spliterator(), false).filter(one -> isOf(one, step)).toList()
        : List.of(there);
  }

  private static String firstType(Step step) {
    return step.types().isEmpty() ? "" : step.types().get(0);
  }

  private static @Nullable JsonNode fixed(JsonNode element) {
    for (var fields = element.fields(); fields.hasNext(); ) {
      var field = fields.next();
      if (field.getKey().startsWith("fixed") || field.getKey().startsWith("pattern")) {
        return field.getValue();
      }
    }
    return null;
  }
}
