package org.ketamineregistry.adapter.mapping;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A source's own codes or words for the guide's codes. Patterns are matched in time that is linear
 * in the text, so that none of them can hang, and by the whole text.
 *
 * @param codes by the source's code; by an empty one what it means that nothing is said
 * @param patterns what a text means that is among no codes
 * @param otherwise what any other text means; null where it is refused
 * @param allowed what the field takes, for the words of a refusal
 */
public record CodeMap(
    Map<String, String> codes,
    Map<Pattern, String> patterns,
    @Nullable String otherwise,
    List<String> allowed) {
  private static final int LONGEST = 1_000;

  /**
   * How a source tells that no one code is meant.
   *
   * @param taken how a sentence begins that goes on with several codes
   * @param narrower what to do about it
   * @param unknown how a sentence begins that goes on with all codes that are allowed
   */
  public record Refusal(String taken, String narrower, String unknown) {}

  /** What it means that nothing is said. */
  public Optional<String> ofNothing() {
    return Optional.ofNullable(codes.get(""));
  }

  /**
   * What a text can mean.
   *
   * @param code the text as codes are looked up by
   */
  public Set<String> meanings(String code, String text) {
    String exact = codes.get(code);
    if (exact != null) {
      return Set.of(exact);
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
    return found;
  }

  /**
   * The one code that is meant.
   *
   * @throws Unfit where several are, or none
   */
  public Optional<String> one(Set<String> meanings, Refusal refusal) throws Unfit {
    if (meanings.size() > 1) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED,
          refusal.taken()
              + " "
              + String.join(" and for ", meanings)
              + "; nobody can tell which. "
              + refusal.narrower());
    }
    if (meanings.isEmpty() && otherwise == null) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED, refusal.unknown() + " " + String.join(", ", allowed) + ".");
    }
    return meanings.stream().findFirst().or(() -> Optional.ofNullable(otherwise));
  }
}
