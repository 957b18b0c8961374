package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A request with its response, and the format that the sender wants the answer in. */
final class Exchange {
  private static final MediaType ANY_FHIR = new MediaType("application", "*");
  private static final Set<String> R4 = Set.of("4.0", "4.0.1");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private Format format = Format.JSON;

  Exchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
    Format.named(request.getContentType()).ifPresent(sent -> format = sent);
  }

  /**
   * Settles the format: what {@code _format} says, else {@code Accept}, else as the body.
   *
   * @throws Refused 406 where the sender accepts neither JSON nor XML
   */
  void negotiate() {
    String parameter = queryParameter("_format");
    String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
    if (parameter != null) {
      format = Format.named(parameter).orElseThrow(Exchange::notAcceptable);
    } else if (!accept.isBlank()) {
      format = accepted(accept).orElseThrow(Exchange::notAcceptable);
    }
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  Format format() {
    return format;
  }

  boolean pretty() {
    return "true".equals(queryParameter("_pretty"));
  }

  /** {@code Prefer: return=representation}: the sender wants the resource, not only its address. */
  Optional<String> preference() {
    String prefer = request.getHeader("Prefer");
    return prefer != null && prefer.contains("return=")
        ? Optional.of(prefer.replaceFirst(".*return=", "").replaceFirst("[;,].*", "").trim())
        : Optional.empty();
  }

  /** The base URL as the sender addressed it. */
  String base() {
    String url = request.getRequestURL().toString();
    int path = url.indexOf(WriteDoor.BASE, url.indexOf("//") + 2);
    return url.substring(0, path + WriteDoor.BASE.length());
  }

  private Optional<Format> accepted(String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(type -> type.getQualityValue() > 0)
          .filter(type -> R4.contains(type.getParameters().getOrDefault("fhirVersion", "4.0")))
          .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
          .map(type -> type.includes(ANY_FHIR) ? format.mediaType() : type.toString())
          .map(Format::named)
          .flatMap(Optional::stream)
          .findFirst();
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  /** Read from the query alone: reading a parameter of the request could use up its body. */
  private @Nullable String queryParameter(String name) {
    String query = request.getQueryString();
    if (query == null) {
      return null;
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1).replace("%2B", "+").replace("%2F", "/"))
        .findFirst()
        .orElse(null);
  }

  private static Refused notAcceptable() {
    return Refused.because(
        ErrorCode.NOT_ACCEPTABLE,
        "The registry answers in application/fhir+json or application/fhir+xml.");
  }
}
