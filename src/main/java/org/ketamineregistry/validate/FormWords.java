package org.ketamineregistry.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What HL7's validator finds in a response to a form, in words for who fills it in. Of HL7's words
 * only what the form itself says is taken over: bounds, types, lists.
 */
final class FormWords {
  private static final String MARK = "QUESTIONNAIRE_QR_ITEM_";
  private static final String OPTIONS = "This answer is none of those that the form offers.";
  private static final String ONCE = "The form asks this once: leave the others out.";

  /** The first whose key begins a message's name. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("GROUP_REQUIRED", "This part is required and has no answer: answer it."),
          Map.entry(
              "NOTENABLED",
              "The form asks this only where another question is answered otherwise: leave this"
                  + " answer out, or correct the other."),
          Map.entry("NOTFOUND", "The form has no such item here: check the linkId."),
          Map.entry("NOLINKID", "An item has the linkId of the form's item."),
          Map.entry("ONLYONE", ONCE),
          Map.entry("MAX_OCCURS", ONCE),
          Map.entry("ORDER", "The items stand in the order of the form."),
          Map.entry("GROUPANSWER", "What is asked within a question stands within its answer."),
          Map.entry("GROUP", "A group has items and no answer of its own."),
          Map.entry("DISPLAY", "This is a text of the form, to which there is no answer."),
          Map.entry("TEXT", "The text of an item is that of the form: leave it out."),
          Map.entry("STRING_M", "This text is too short or too long."),
          Map.entry("BADOPTION", OPTIONS),
          Map.entry("VS_", OPTIONS),
          Map.entry("NO", OPTIONS));

  private static final Pattern BOUND =
      Pattern.compile(".* is (less|greater) than the allowed (?:minimum|maximum) of ([-0-9.:TZ]+)");
  private static final Pattern TYPE =
      Pattern.compile("Answer value must be (?:of the type|one of the \\d+ types) (.+) not .*");

  private FormWords() {}

  /**
   * @param name the message's name in capitals
   * @param text HL7's words
   */
  static String of(String name, String text) {
    String what = name.startsWith(MARK) ? name.substring(MARK.length()) : "";
    return Stream.of(
            matched(BOUND, text)
                .map(
                    bound ->
                        bound.group(1).equals("less")
                            ? "The answer is " + bound.group(2) + " or more."
                            : "The answer is " + bound.group(2) + " or less."),
            matched(TYPE, text)
                .map(type -> "An answer of the type " + type.group(1) + " is needed."),
            WORDS.stream()
                .filter(words -> what.startsWith(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("This is not answered as the form asks.");
  }

  private static Optional<Matcher> matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
