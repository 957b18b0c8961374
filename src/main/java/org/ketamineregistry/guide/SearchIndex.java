package org.ketamineregistry.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the search box looks through. It is a script and no JSON file, since browsers let a page
 * that was opened from a folder load the one and not the other.
 */
final class SearchIndex {
  private static final int LONGEST = 6_000;

  private final List<Map<String, String>> entries = new ArrayList<>();

  /** Adds a page, and its headings where it is prose. */
  void add(Page page, boolean prose) {
    entries.add(entry(page.title(), page.file(), page.kind(), page.words()));
    if (prose) {
      for (Html.Heading heading : page.body().headings()) {
        entries.add(entry(heading.title(), page.file() + "#" + heading.id(), page.title(), ""));
      }
    }
  }

  private static Map<String, String> entry(String title, String target, String kind, String words) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("t", title);
    entry.put("u", target);
    entry.put("k", kind);
    entry.put("w", words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    return entry;
  }

  String script() {
    try {
      return "window.guideIndex = " + new ObjectMapper().writeValueAsString(entries) + ";\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The index cannot be written", e);
    }
  }
}
