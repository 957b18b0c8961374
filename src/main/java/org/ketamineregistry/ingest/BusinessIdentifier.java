package org.ketamineregistry.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identifier by which a clinic's system knows a record.
 *
 * @param type the resource type
 * @param system the identifier's system, an absolute URI
 * @param value the identifier's value, not empty
 */
public record BusinessIdentifier(String type, String system, String value) {
  private static final String PARAMETER = "identifier=";

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
    if (token == null || bar < 1 || bar == token.length() - 1 || token.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new BusinessIdentifier(type, token.substring(0, bar), token.substring(bar + 1)));
  }

  private static @Nullable String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
