package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What the request line and the headers of a write say.
 *
 * @param door which door, with type, id and condition
 * @param format the body's format
 */
record WriteAddress(Door door, Format format) {
  private static final Pattern TYPE = Pattern.compile("/([A-Z][A-Za-z]+)");
  private static final Pattern INSTANCE = Pattern.compile("/([A-Z][A-Za-z]+)/([^/]+)");
  private static final List<String> METHODS = List.of("POST", "PUT");

  static WriteAddress of(HttpServletRequest request) {
    if (!METHODS.contains(request.getMethod())) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "The registry takes POST and PUT. Correct a record by PUT, or by PUT with status entered-in-error;"
              + " it is never patched or deleted.");
    }
    String path = request.getRequestURI().substring(WriteDoor.BASE.length());
    boolean post = request.getMethod().equals("POST");
    return new WriteAddress(door(request, path, post), formatOf(request));
  }

  private static Door door(HttpServletRequest request, String path, boolean post) {
    Matcher type = TYPE.matcher(path);
    Matcher instance = INSTANCE.matcher(path);
    if (post && (path.isEmpty() || path.equals("/"))) {
      return Door.bundle();
    } else if (post && type.matches()) {
      return Door.create(type.group(1), ifNoneExist(request, type.group(1)));
    } else if (!post && instance.matches()) {
      return Door.update(instance.group(1), instance.group(2), null, request.getHeader("If-Match"));
    } else if (!post && type.matches()) {
      return Door.update(
          type.group(1), null, condition(request.getQueryString()), request.getHeader("If-Match"));
    }
    throw Refused.because(
        ErrorCode.METHOD_NOT_ALLOWED,
        "Nothing is written at this address. Bundles go to [base], resources to [base]/[type] by POST,"
            + " to [base]/[type]/[id] or [base]/[type]?identifier=[system]|[value] by PUT.");
  }

  /** HAPI's client writes the whole address, and how to answer. */
  private static @Nullable String ifNoneExist(HttpServletRequest request, String type) {
    String header = request.getHeader("If-None-Exist");
    if (header == null) {
      return null;
    }
    String address = header.split("\\?", 2)[0];
    return ("/" + address).endsWith("/" + type) && address.length() < header.length()
        ? condition(header.substring(address.length() + 1))
        : header;
  }

  /** The query without what only says how to answer. */
  private static @Nullable String condition(@Nullable String query) {
    if (query == null) {
      return null;
    }
    String condition =
        String.join(
            "&",
            List.of(query.split("&")).stream()
                .filter(part -> !part.startsWith("_format=") && !part.startsWith("_pretty="))
                .toList());
    return condition.isEmpty() ? null : condition;
  }

  /**
   * The format of a body.
   *
   * @throws Refused 415 where it is none that the registry reads
   */
  static Format formatOf(HttpServletRequest request) {
    return Format.named(request.getContentType())
        .orElseThrow(
            () ->
                Refused.because(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type is application/fhir+json or application/fhir+xml."));
  }
}
