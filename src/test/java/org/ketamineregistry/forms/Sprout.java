package org.ketamineregistry.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.forms.ElementPath.Step;

/** A resource that grows from answers, and in the end takes what its profile fixes. */
final class Sprout {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String profile;
  private final ObjectNode root = JSON.createObjectNode();
  private final Map<JsonNode, String> slices = new IdentityHashMap<>();
  private final Map<String, ObjectNode> open = new HashMap<>();

  Sprout(String profile) {
    this.profile = profile;
    root.put("resourceType", ElementPath.type(profile));
    root.putObject("meta").putArray("profile").add(profile);
  }

  String profile() {
    return profile;
  }

  /** Puts a value where a path leads; a value that repeats is added. */
  void put(ElementPath path, JsonNode value, String type) {
    ObjectNode parent = down(path);
    Step last = path.last();
    String property = last.property(type);
    if (last.repeats()) {
      JsonNode added = value.deepCopy();
      parent.withArray(property).add(added);
      mark(added, last);
    } else {
      parent.set(property, value.deepCopy());
    }
  }

  /**
   * Begins an element anew, and lets what is put below it go there until it ends.
   *
   * @return ends it
   */
  Runnable begin(ElementPath path) {
    ObjectNode begun = child(down(path), path.last(), true);
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
    String property = step.property(step.types().isEmpty() ? "" : step.types().get(0));
    if (!step.repeats()) {
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
    complete(root, ElementPath.elements(profile), ElementPath.type(profile));
    return root;
  }

  private boolean complete(ObjectNode node, List<JsonNode> elements, String prefix) {
    boolean changed = false;
    for (JsonNode element : elements) {
      String id = element.path("id").asText();
      if (!id.startsWith(prefix + ".") || id.indexOf('.', prefix.length() + 1) >= 0) {
        continue;
      }
      String segment = id.substring(prefix.length() + 1);
      if (!segment.startsWith("extension") && !element.path("max").asText().equals("0")) {
        changed |= complete(node, elements, element, segment);
      }
    }
    return changed;
  }

  private boolean complete(
      ObjectNode node, List<JsonNode> elements, JsonNode element, String segment) {
    int colon = segment.indexOf(':');
    var step =
        new Step(
            element.path("id").asText(),
            colon < 0 ? segment : segment.substring(0, colon),
            colon < 0 ? null : segment.substring(colon + 1),
            element);
    String property = step.property(step.types().isEmpty() ? "" : step.types().get(0));
    List<JsonNode> there = present(node, property, step);
    JsonNode fixed = fixed(element);
    for (JsonNode one : there) {
      if (one instanceof ObjectNode object) {
        if (fixed instanceof ObjectNode wanted) {
          wanted.fields().forEachRemaining(f -> object.putIfAbsent(f.getKey(), f.getValue()));
        } else {
          complete(object, elements, step.id());
        }
      }
    }
    if (!there.isEmpty() || element.path("min").asInt() == 0) {
      return !there.isEmpty() && fixed != null;
    }
    // What is required and is not there is made only where the profile says what it is.
    ObjectNode made = JSON.createObjectNode();
    if (fixed == null && !complete(made, elements, step.id())) {
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
