package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What the request line of {@code $validate} says.
 *
 * @param type the resource type
 * @param id the record on file; null where the operation is asked for at the type
 * @param parameters mode and profile, as far as they stand in the query
 */
record VerdictAddress(String type, @Nullable String id, Map<String, String> parameters) {
  private static final Pattern ADDRESS =
      Pattern.compile("/([A-Z][A-Za-z]+)(?:/([A-Za-z0-9\\-.]{1,64}))?/(?:\\$|%24)validate");
  private static final Set<String> PARAMETERS = Set.of("mode", "profile");
  private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

  static boolean isAddressed(HttpServletRequest request) {
    return WriteDoor.isBelowBase(request)
        && (request.getRequestURI().endsWith("/$validate")
            || request.getRequestURI().endsWith("/%24validate"));
  }

  /**
   * @throws Refused 405 where no verdict is given at this address, 400 where its query is not
   *     understood
   */
  static VerdictAddress of(HttpServletRequest request, Set<String> types) {
    Matcher address = ADDRESS.matcher(request.getRequestURI().substring(WriteDoor.BASE.length()));
    if (!address.matches() || !types.contains(address.group(1))) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "A verdict is given at [base]/[type]/$validate on a Bundle, and on a resource of a type that"
              + " the guide has a profile of; and at [base]/[type]/[id]/$validate on a record. See"
              + " [base]/metadata.");
    }
    boolean posted = request.getMethod().equals("POST");
    boolean read = request.getMethod().equals("GET") && address.group(2) != null;
    if (!posted && !read) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED, "A verdict is asked for by POST, on a record by GET too.");
    }
    return new VerdictAddress(
        address.group(1), address.group(2), parameters(request.getQueryString()));
  }

  /**
   * The parameters with those that a Parameters resource has.
   *
   * @throws Refused 400 where both say something else of the same
   */
  Map<String, String> with(Map<String, String> sent) {
    Map<String, String> all = new HashMap<>(sent);
    parameters.forEach(
        (name, value) -> {
          if (!all.merge(name, value, (one, other) -> one).equals(value)) {
            throw Refused.because(
                ErrorCode.INVALID_REQUEST,
                "The query and the Parameters resource say something else of the same parameter.");
          }
        });
    return all;
  }

  /** The door by which a resource would be written here. */
  Door entrance() {
    if (id != null) {
      return Door.update(type, id, null, null);
    }
    return type.equals("Bundle") ? Door.bundle() : Door.create(type, null);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> found = new HashMap<>();
    if (query == null || query.isEmpty()) {
      return found;
    }
    for (String part : query.split("&")) {
      String[] pair = part.split("=", 2);
      if (OF_THE_ANSWER.contains(pair[0])) {
        continue;
      }
      if (!PARAMETERS.contains(pair[0])
          || pair.length < 2
          || found.put(pair[0], decoded(pair[1])) != null) {
        throw notUnderstood();
      }
    }
    return found;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notUnderstood();
    }
  }

  private static Refused notUnderstood() {
    return Refused.because(
        ErrorCode.INVALID_REQUEST,
        "The parameters of the query are mode and profile, each at most once.");
  }
}
