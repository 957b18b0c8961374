package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.TextCheck;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What an operation is asked with: the query, and of a POST the Parameters resource too.
 *
 * @param values for each parameter what was said, in order
 */
record OperationParameters(Map<String, List<String>> values) {
  private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

  /**
   * Reads them.
   *
   * @param body of a POST; empty where there was none
   * @throws Refused 400 where one is not known or has no value, or the body is no Parameters
   */
  static OperationParameters of(
      HttpServletRequest request, byte[] body, FhirContext context, Set<String> known) {
    return of(request, body, context, known, OF_THE_ANSWER);
  }

  /** Of an operation that is answered by files, whose {@code _format} is a parameter of its own. */
  static OperationParameters ofFiles(
      HttpServletRequest request, byte[] body, FhirContext context, Set<String> known) {
    return of(request, body, context, known, Set.of());
  }

  private static OperationParameters of(
      HttpServletRequest request,
      byte[] body,
      FhirContext context,
      Set<String> known,
      Set<String> ignored) {
    Map<String, List<String>> values = new TreeMap<>();
    String query = request.getQueryString();
    if (query != null && !query.isEmpty()) {
      for (String part : query.split("&")) {
        String[] pair = part.split("=", 2);
        put(values, decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]), known, ignored);
      }
    }
    if (body.length > 0) {
      for (var parameter : parameters(request, body, context).getParameter()) {
        String value = parameter.hasValue() ? parameter.getValue().primitiveValue() : null;
        put(
            values,
            String.valueOf(parameter.getName()),
            value == null ? "" : value,
            known,
            ignored);
      }
    }
    return new OperationParameters(values);
  }

  private static void put(
      Map<String, List<String>> values,
      String name,
      String value,
      Set<String> known,
      Set<String> ignored) {
    if (ignored.contains(name)) {
      return;
    }
    if (!known.contains(name)) {
      throw notUnderstood(
          "The registry supports these parameters of the operation alone: "
              + String.join(", ", known.stream().sorted().toList())
              + ". Leave the others out.");
    }
    if (value.isBlank()) {
      throw notUnderstood("The parameter " + name + " has no value.");
    }
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private static Parameters parameters(
      HttpServletRequest request, byte[] body, FhirContext context) {
    Format format = WriteAddress.formatOf(request);
    IParser parser = format == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    try {
      return parser.parseResource(Parameters.class, TextCheck.wellFormed(body, format));
    } catch (DataFormatException | ClassCastException e) {
      throw Refused.because(ErrorCode.NOT_A_FHIR_RESOURCE, "The body is a Parameters resource.");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notUnderstood("The query is not encoded as a URL is.");
    }
  }

  /**
   * What a parameter says, which may be said once.
   *
   * @throws Refused 400 where it is said twice
   */
  Optional<String> one(String name) {
    List<String> said = values.getOrDefault(name, List.of());
    if (said.size() > 1) {
      throw notUnderstood("The parameter " + name + " is said once.");
    }
    return said.stream().findFirst();
  }

  /** What a parameter says, whether in one value with commas or in several. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The types that are asked for; empty where all are meant.
   *
   * @throws Refused 400 where one is not of the types that there are records of
   */
  List<String> types(Set<String> possible) {
    List<String> asked = all("_type");
    if (!possible.containsAll(asked)) {
      throw notUnderstood(
          "_type names types of records, with commas between them, of these: "
              + String.join(", ", possible.stream().sorted().toList())
              + ".");
    }
    return asked;
  }

  /**
   * A moment.
   *
   * @throws Refused 400 where it is no instant
   */
  Optional<Instant> moment(String name) {
    try {
      return one(name).map(value -> new InstantType(value).getValue().toInstant());
    } catch (DataFormatException | IllegalArgumentException e) {
      throw notUnderstood(
          name
              + " is an instant with a time zone, 2026-09-08T10:00:00Z for example. In a query a"
              + " plus sign is written as %2B.");
    }
  }

  static Refused notUnderstood(String words) {
    return Refused.because(ErrorCode.INVALID_REQUEST, words);
  }
}
