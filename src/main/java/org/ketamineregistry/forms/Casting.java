package org.ketamineregistry.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer of one type becomes where an element has another, as SDC casts it. */
final class Casting {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> QUANTITIES = Set.of("Quantity", "Duration", "SimpleQuantity");
  private static final Map<String, Set<String>> ALIKE =
      Map.of(
          "integer", Set.of("positiveInt", "unsignedInt", "decimal"),
          "date", Set.of("dateTime"),
          "string", Set.of("code", "uri", "url", "canonical", "id", "markdown"));

  private Casting() {}

  /**
   * The type that an element takes for an answer, or empty where none of its types will do.
   *
   * @param answer the type of the answer
   * @param unit whether the question has a unit
   */
  static Optional<String> target(String answer, boolean unit, List<String> types) {
    return types.stream().filter(type -> fits(answer, unit, type)).findFirst();
  }

  private static boolean fits(String answer, boolean unit, String type) {
    if (answer.equals(type) || ALIKE.getOrDefault(answer, Set.of()).contains(type)) {
      return true;
    }
    return switch (answer) {
      case "Coding" -> type.equals("code") || type.equals("CodeableConcept");
      case "integer", "decimal" -> unit && QUANTITIES.contains(type);
      default -> false;
    };
  }

  /**
   * @param unit the Coding of the question's unit; null where it has none
   */
  static JsonNode cast(JsonNode value, String answer, @Nullable JsonNode unit, String type) {
    if (answer.equals("Coding") && type.equals("code")) {
      return value.path("code");
    } else if (answer.equals("Coding") && type.equals("CodeableConcept")) {
      ObjectNode concept = JSON.createObjectNode();
      concept.putArray("coding").add(value);
      return concept;
    } else if (QUANTITIES.contains(type) && unit != null) {
      ObjectNode quantity = JSON.createObjectNode();
      quantity.set("value", value);
      quantity.set("unit", unit.path("display"));
      quantity.set("system", unit.path("system"));
      quantity.set("code", unit.path("code"));
      return quantity;
    }
    return value;
  }
}
