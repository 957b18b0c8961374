package org.ketamineregistry.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which item of a response each part of what it became comes from, both as expressions. */
final class Origins {
  private static final String RESPONSE = "QuestionnaireResponse";

  private final Map<String, String> items = new HashMap<>();

  void put(String expression, String item) {
    items.put(expression, item);
  }

  /** The item of an element, or of the nearest one around it that comes from an item. */
  String of(String expression) {
    for (String at = expression; !at.isEmpty(); at = at.substring(0, Math.max(end(at), 0))) {
      String item = items.getOrDefault(at, within(at));
      if (item != null) {
        return item;
      }
    }
    return RESPONSE;
  }

  /** The one item that all of an element comes from; null where there is none, or several. */
  private @Nullable String within(String expression) {
    List<String> found =
        items.entrySet().stream()
            .filter(
                entry ->
                    entry.getKey().startsWith(expression + ".")
                        || entry.getKey().startsWith(expression + "["))
            .map(Map.Entry::getValue)
            .distinct()
            .limit(2)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** Steps end at a dot; the dots of this registry's expressions stand nowhere else. */
  private static int end(String expression) {
    return expression.lastIndexOf('.');
  }
}
