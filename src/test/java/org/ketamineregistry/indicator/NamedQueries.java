package org.ketamineregistry.indicator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The common table expressions of a text without comments, each by its name. A statement has all
 * relations and reads few; a fault in one that it does not read changes nothing that it says.
 */
record NamedQueries(Map<String, String> texts) {
  private static final Pattern NAMED =
      Pattern.compile("(?m)^(?:, |WITH )?([a-z_]+)(?: \\([a-z_, ]+\\))? AS (?:MATERIALIZED )?\\(");
  private static final Pattern READ = Pattern.compile("(?:FROM|JOIN|,)\\s+([a-z_]+)");

  static NamedQueries of(String text) {
    List<MatchResult> found = NAMED.matcher(text).results().toList();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      int end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
      texts.put(found.get(i).group(1), text.substring(found.get(i).start(), end));
    }
    return new NamedQueries(texts);
  }

  /** The names of all that one of them reads, of what that reads in turn, and its own. */
  Set<String> readBy(String name) {
    Set<String> read = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (texts.containsKey(next) && read.add(next)) {
        READ.matcher(text(next)).results().map(one -> one.group(1)).forEach(open::add);
      }
    }
    return read;
  }

  /** The names of those that have another text elsewhere. */
  Set<String> differing(NamedQueries other) {
    return texts.keySet().stream()
        .filter(name -> !text(name).equals(other.text(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }
}
