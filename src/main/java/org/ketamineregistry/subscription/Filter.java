package org.ketamineregistry.subscription;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which events of a topic are meant, as a search says it: {@code
 * DetectedIssue?code=dose-above-limit,review-overdue&status=final}. Of the values of a name one is
 * enough, and every name must be met.
 *
 * @param allowed for each name the values
 */
public record Filter(Map<String, Set<String>> allowed) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z]+)\\?(.{1,1000})");

  public Filter {
    allowed = Map.copyOf(allowed);
  }

  /** Reads one; empty where the topic has no such filter. */
  public static Optional<Filter> of(Topic topic, String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || !form.group(1).equals(topic.focus())) {
      return Optional.empty();
    }
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (String part : form.group(2).split("&", -1)) {
      String[] pair = part.split("=", 2);
      Set<String> values =
          pair.length < 2 ? Set.of() : new TreeSet<>(Arrays.asList(pair[1].split(",", -1)));
      Set<String> known = topic.filters().getOrDefault(pair[0], Set.of());
      if (values.isEmpty() || !known.containsAll(values) || allowed.put(pair[0], values) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Filter(allowed));
  }

  /**
   * Whether an event is meant.
   *
   * @param traits what is said of the event, by the names of filters
   */
  public boolean meets(Map<String, String> traits) {
    return allowed.entrySet().stream()
        .allMatch(
            entry -> {
              String value = traits.get(entry.getKey());
              return value != null && entry.getValue().contains(value);
            });
  }
}
