package org.ketamineregistry.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identifier by which a clinic's system knows a record.
 *
 * @param type the resource type
 * @param system the identifier's system, an absolute URI of at most 200 characters without a bar
 * @param value the identifier's value, of 1 to 200 characters
 */
public record BusinessIdentifier(String type, String system, String value) {
  /** By so many characters of its system, and of its value, the database matches an identifier. */
  public static final int MAX_LENGTH = 200;

  /** What {@link #tellsApart} asks for, in words. */
  public static final String FORM =
      "An identifier's system and value have at most "
          + MAX_LENGTH
          + " characters each, and its system has no bar.";

  private static final String PARAMETER = "identifier=";

  /** What cannot be kept, and what stands for bytes that are no UTF-8. */
  private static final Pattern UNUSABLE = Pattern.compile("[\\x00\\uFFFD]");

  /**
   * Whether no two identifiers of this form can be taken for one. A longer one would be cut off
   * where it is searched for, and a bar is what parts system and value.
   */
  public static boolean tellsApart(String system, String value) {
    return system.length() <= MAX_LENGTH && value.length() <= MAX_LENGTH && system.indexOf('|') < 0;
  }

  /**
   * Reads a condition such as {@code identifier=https://ehr.example/sid/visit|42}, URL-encoded or
   * not. The identifier is the only thing by which the registry looks for a record on behalf of a
   * sender.
   *
   * @param type the resource type that the condition is about
   * @param condition the query, with or without a leading question mark
   * @return empty where the condition is of another form
   */
  public static Optional<BusinessIdentifier> parse(String type, @Nullable String condition) {
    if (condition == null) {
      return Optional.empty();
    }
    String query = condition.startsWith("?") ? condition.substring(1) : condition;
    if (query.startsWith(type + "?")) {
      query = query.substring(type.length() + 1);
    }
    if (!query.startsWith(PARAMETER) || query.indexOf('&') >= 0) {
      return Optional.empty();
    }
    String token = decoded(query.substring(PARAMETER.length()));
    int bar = token == null ? -1 : token.indexOf('|');
    if (token == null || bar < 1 || bar == token.length() - 1 || UNUSABLE.matcher(token).find()) {
      return Optional.empty();
    }
    String system = token.substring(0, bar);
    String value = token.substring(bar + 1);
    return tellsApart(system, value)
        ? Optional.of(new BusinessIdentifier(type, system, value))
        : Optional.empty();
  }

  private static @Nullable String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
