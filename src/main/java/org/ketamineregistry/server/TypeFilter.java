package org.ketamineregistry.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.SearchAllowance;
import org.ketamineregistry.refusal.Refused;

/**
 * The searches by which an export is narrowed: {@code _typeFilter} of FHIR Bulk Data Access 2.0,
 * section 3.4.1.2. A search goes by the elements of the record alone, so that a list of records
 * tells nothing of others: no chain, no {@code _has}, nothing included.
 */
final class TypeFilter {
  /** A comma stands between two searches where a type follows it, and within a value elsewhere. */
  private static final Pattern BETWEEN = Pattern.compile(",(?=[A-Z][A-Za-z]{1,40}\\?)");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]*(:not|:missing)?");
  private static final int MOST = 50;

  private final SearchAllowance searches;

  TypeFilter(SearchAllowance searches) {
    this.searches = searches;
  }

  /**
   * For a type the searches of which one has to find a record.
   *
   * @param types that are exported
   * @throws Refused 400 where one is no search, or of a type that is not exported
   */
  Map<String, List<String>> of(Caller caller, OperationParameters asked, List<String> types) {
    Map<String, List<String>> filters = new TreeMap<>();
    List<String> all =
        asked.values().getOrDefault("_typeFilter", List.of()).stream()
            .flatMap(value -> Arrays.stream(BETWEEN.split(value)))
            .toList();
    if (all.size() > MOST) {
      throw OperationParameters.notUnderstood("An export has at most " + MOST + " searches.");
    }
    for (String one : all) {
      String[] parts = one.strip().split("\\?", 2);
      if (parts.length < 2 || parts[1].isBlank() || !types.contains(parts[0])) {
        throw OperationParameters.notUnderstood(
            "_typeFilter names searches, Type?parameter=value&parameter=value, percent-encoded as a"
                + " whole, of types that are exported.");
      }
      searches.check(caller, parts[0], predicates(parts[1]));
      filters.computeIfAbsent(parts[0], type -> new ArrayList<>()).add(parts[1]);
    }
    return filters;
  }

  private static Map<String, List<String>> predicates(String search) {
    Map<String, List<String>> predicates = new TreeMap<>();
    for (String part : search.split("&")) {
      String[] pair = part.split("=", 2);
      String name = decoded(pair[0]);
      boolean ofTheRecord =
          !name.startsWith("_") || name.equals("_id") || name.equals("_lastUpdated");
      if (pair.length < 2 || pair[1].isBlank() || !ofTheRecord || !NAME.matcher(name).matches()) {
        throw OperationParameters.notUnderstood(
            "A search of _typeFilter goes by search parameters of the type itself, each with a"
                + " value: no chain, no _has, nothing included or sorted.");
      }
      predicates.computeIfAbsent(name, key -> new ArrayList<>()).add(decoded(pair[1]));
    }
    return predicates;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OperationParameters.notUnderstood(
          "A search of _typeFilter is not encoded as a URL is.");
    }
  }
}
