package org.ketamineregistry.adapter.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketamineregistry.adapter.mapping.CodeMap;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * A source's own words for codes.
 *
 * @param map by the word in small letters, as {@link #folded} makes them
 */
record Words(CodeMap map) implements Reading {
  private static final CodeMap.Refusal REFUSAL =
      new CodeMap.Refusal(
          "The mapping's patterns take it for",
          "Correct the cell, or make the patterns narrower.",
          "The mapping has no code for this word. Correct the cell, or add the word to the mapping"
              + " with one of:");

  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    String text = Reading.joined(cells).orElse("");
    return text.isEmpty() ? map.ofNothing() : map.one(map.meanings(folded(text), text), REFUSAL);
  }

  /** Small letters, and one blank where there are several. */
  static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
  }
}
