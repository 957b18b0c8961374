package org.ketamineregistry.adapter.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * What is taken of a text that says several things, such as {@code 130/85}.
 *
 * @param pattern of the whole text, with one group
 */
public record Taken(Pattern pattern) {
  private static final int LONGEST = 10_000;

  /** What a mapping says under {@code take}; empty where it says nothing. */
  public static Optional<Taken> read(Part said) {
    String pattern = said.text("take", "");
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.groupCount() == 1) {
        return Optional.of(new Taken(compiled));
      }
      said.at("take").mistake("has to have one group in parentheses: what is taken.");
    } catch (PatternSyntaxException e) {
      said.at("take").mistake("is no regular expression of RE2: " + e.getDescription() + ".");
    }
    return Optional.empty();
  }

  /**
   * Takes it.
   *
   * @throws Unfit where the text is of another form
   */
  public String of(String text) throws Unfit {
    Matcher whole = pattern.matcher(text.length() <= LONGEST ? text : "");
    if (!whole.matches() || whole.group(1) == null) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It has to be a text of the form that the mapping takes apart: " + pattern.pattern());
    }
    return whole.group(1);
  }
}
