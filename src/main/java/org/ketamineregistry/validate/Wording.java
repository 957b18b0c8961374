package org.ketamineregistry.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * Says what HL7's validator found, and what to do, in plain words. The words are made from
 * definitions only, never from what was sent; where there are none of our own, the caller takes
 * HL7's without the values.
 */
final class Wording {
  private static final Pattern INVARIANT =
      Pattern.compile("Constraint failed: (\\S+): '(.*?)'(?: \\(defined in ([^\\s)]+)\\).*)?");
  private static final Pattern COUNT =
      Pattern.compile(
          "(\\S+): (?:minimum required|max allowed) = (\\d+), but (?:only )?found (\\d+) .*");
  private static final Pattern SLICE =
      Pattern.compile("Slice '([^']+)'(?: for extension '([^']+)')?: .*\\(from ([^\\s)]+)\\).*");
  private static final Pattern OTHER_SLICE =
      Pattern.compile("Does not match slice '([A-Za-z0-9-]+)'");
  private static final Pattern PROFILE = Pattern.compile("defined in the profile (\\S+)");
  private static final Pattern VALUE_SET =
      Pattern.compile("value set '([^']*)' \\((https?://[^\\s)]+)\\)");
  private static final Pattern CODING = Pattern.compile("system (\\S+), code (\\S+),");
  private static final Pattern TYPES =
      Pattern.compile(".* allows for the types? \\[?([A-Za-z0-9, ]+?)]? but found type (\\S+)");
  private static final String FIXED = "but is fixed to '";

  private final Prescribed prescribed;

  Wording(Prescribed prescribed) {
    this.prescribed = prescribed;
  }

  /** Our words for a message; empty where HL7's will do. */
  Optional<String> of(ValidationMessage message) {
    String text = String.valueOf(message.getMessage()).replaceAll("\\s+", " ");
    String name = String.valueOf(message.getMessageId()).toUpperCase(Locale.ROOT);
    if (text.startsWith("Constraint failed: ")) {
      return invariant(text);
    } else if (name.startsWith("VALIDATION_VAL_PROFILE_MINIMUM_SLICE")) {
      return slice(text);
    } else if (name.startsWith("VALIDATION_VAL_PROFILE_M")) {
      return count(text, name.endsWith("MINIMUM"));
    } else if (name.equals("VALIDATION_VAL_PROFILE_NOTSLICE")) {
      return noSlice(text);
    } else if (name.startsWith("TERMINOLOGY_TX_NOVALID")
        || name.startsWith("TERMINOLOGY_TX_CONFIRM")
        || name.startsWith("TERMINOLOGY_TX_CODE_VALUESET")) {
      return valueSet(text);
    } else if (name.equals("_DT_FIXED_WRONG")) {
      return fixed(text);
    } else if (name.startsWith("TYPE_CHECKS_")) {
      return pattern(text);
    } else if (name.equals("EXTENSION_PROF_TYPE") || name.equals("EXTENSION_EXT_TYPE")) {
      return type(text);
    }
    return name.startsWith("QUESTIONNAIRE_QR_")
        ? Optional.of(FormWords.of(name, text))
        : FixedWords.of(name, text);
  }

  private static Optional<String> invariant(String text) {
    return matched(INVARIANT, text)
        .map(
            m ->
                m.group(2)
                    + " (rule "
                    + m.group(1)
                    + (m.group(3) == null ? "" : " of " + m.group(3))
                    + ").");
  }

  private static Optional<String> count(String text, boolean tooFew) {
    return matched(COUNT, text)
        .map(
            m -> {
              String element = element(m.group(1));
              String limit = m.group(2);
              String found = m.group(3);
              if (tooFew) {
                return found.equals("0")
                    ? element + " is missing: add it."
                    : element + " is needed " + limit + " times or more, and stands " + found + ".";
              }
              return limit.equals("0")
                  ? element + " is not allowed here: leave it out."
                  : element + " may stand " + limit + " times at most, and stands " + found + ".";
            });
  }

  /** Without the names of slices and the mark of a choice, which mean nothing to a sender. */
  private static String element(String id) {
    return id.replaceAll(":[A-Za-z0-9-]+|\\[x]", "");
  }

  private Optional<String> slice(String text) {
    return matched(SLICE, text)
        .map(
            m -> {
              String id = m.group(1);
              String values =
                  m.group(2) == null
                      ? prescribed.values(m.group(3), id).orElse("")
                      : "url " + m.group(2);
              String missing = id.startsWith("Extension.") ? "This extension" : element(id);
              return missing
                  + " lacks what the profile calls "
                  + id.replaceFirst(".*:", "")
                  + (values.isEmpty() ? ": add it." : ": add one with " + values + ".");
            });
  }

  private Optional<String> noSlice(String text) {
    Matcher profile = PROFILE.matcher(text);
    String url = profile.find() ? profile.group(1) : "";
    List<String> slices =
        OTHER_SLICE.matcher(text).results().map(result -> result.group(1)).distinct().toList();
    String path =
        text.replaceFirst(".* is CLOSED: ([A-Za-z0-9.\\[\\]]+):.*", "$1")
            .replaceAll("\\[\\d+]", "");
    if (slices.isEmpty() || path.contains(" ")) {
      return Optional.of(
          "The profile lists what may stand here, and this is none of it: leave it out.");
    }
    List<String> allowed =
        slices.stream()
            .map(
                slice ->
                    prescribed
                        .values(url, path + ":" + slice)
                        .map(values -> slice + " (" + values + ")")
                        .orElse(slice))
            .toList();
    return Optional.of(
        "This is none of those that the profile allows here: "
            + String.join(", ", allowed)
            + ". Correct it or leave it out.");
  }

  /**
   * What was sent may read like the name of a value set, so only one of the definitions is told.
   */
  private Optional<String> valueSet(String text) {
    Matcher set = VALUE_SET.matcher(text);
    while (set.find()) {
      String url = set.group(2);
      if (prescribed.isValueSet(url)) {
        List<String> codes = prescribed.codes(url);
        return Optional.of(
            "A code of the value set "
                + url
                + " is needed here"
                + (codes.isEmpty() ? "." : ": " + String.join(", ", codes) + "."));
      }
    }
    return Optional.of("This code is none of those that the profile allows here.");
  }

  private static Optional<String> fixed(String text) {
    int at = text.lastIndexOf(FIXED);
    int end = text.lastIndexOf("' in the profile ");
    return at < 0 || end < at
        ? Optional.empty()
        : Optional.of(
            "The profile sets this value: send " + text.substring(at + FIXED.length(), end) + ".");
  }

  private static Optional<String> pattern(String text) {
    int end = text.indexOf("] defined in the profile ");
    if (end < 0) {
      return Optional.empty();
    }
    List<String> codings =
        CODING
            .matcher(text.substring(0, end) + ",")
            .results()
            .map(m -> m.group(1) + "|" + m.group(2))
            .toList();
    return codings.isEmpty()
        ? Optional.empty()
        : Optional.of("The profile sets this code: send " + String.join(" and ", codings) + ".");
  }

  private static Optional<String> type(String text) {
    return matched(TYPES, text)
        .map(
            m ->
                "The type of this value is "
                    + m.group(1).trim().replace(", ", " or ")
                    + " here, not "
                    + m.group(2)
                    + ".");
  }

  private static Optional<Matcher> matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
