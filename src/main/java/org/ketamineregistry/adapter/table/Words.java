package org.ketamineregistry.adapter.table;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A source's own words for codes. Patterns are matched in time that is linear in the text, so that
 * none of them can hang, and by the whole cell.
 *
 * @param codes by the word in small letters, as {@link #folded} makes them
 * @param otherwise what any other word means; null where it is refused
 * @param allowed what the field takes, for the words of a refusal
 */
record Words(
    Map<String, String> codes,
    Map<Pattern, String> patterns,
    @Nullable String otherwise,
    List<String> allowed)
    implements Reading {
  private static final int LONGEST = 1_000;

  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    String text = Reading.joined(cells).orElse("");
    String code = codes.get(folded(text));
    if (code != null || text.isEmpty()) {
      return Optional.ofNullable(code);
    }
    Set<String> found = new LinkedHashSet<>();
    if (text.length() <= LONGEST) {
      patterns.forEach(
          (pattern, meaning) -> {
            if (pattern.matcher(text).matches()) {
              found.add(meaning);
            }
          });
    }
    if (found.size() > 1) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED,
          "The mapping's patterns take it for "
              + String.join(" and for ", found)
              + "; nobody can tell which. Correct the cell, or make the patterns narrower.");
    }
    if (found.isEmpty() && otherwise == null) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED,
          "The mapping has no code for this word. Correct the cell, or add the word to the mapping"
              + " with one of: "
              + String.join(", ", allowed)
              + ".");
    }
    return Optional.ofNullable(found.isEmpty() ? otherwise : found.iterator().next());
  }

  /** Small letters, and one blank where there are several. */
  static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
  }
}
