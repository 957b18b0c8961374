package org.ketamineregistry.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ReadableRecords.Extent;

/**
 * How far a search goes beyond the records that it finds. Whoever finds a record by what another
 * record says, by a chain ({@code patient.identifier}) or {@code _has}, learns what that one says.
 *
 * @param type the type that is searched
 * @param extent what must be open to whoever searches
 * @param iterates whether what is included is followed on, over what may be hidden
 */
record SearchReach(String type, Extent extent, boolean iterates) {
  /** Types whose records tell of no patient, and are open to everybody. */
  private static final Set<String> ABOUT_NO_PERSON =
      Set.of("Organization", "PractitionerRole", "ResearchStudy");

  private static final String HAS = "_has";

  /** A read: no other record is looked at. */
  static SearchReach ofRead(String type) {
    return new SearchReach(type, Extent.THE_RECORD, false);
  }

  /**
   * Reads the parameters of a search.
   *
   * @throws Refused 400 where records that tell of no patient are searched by those that do: nobody
   *     could say whether the one by which a record is found may be seen
   */
  static SearchReach of(String type, Map<String, String[]> parameters) {
    boolean followed = parameters.entrySet().stream().anyMatch(SearchReach::follows);
    if (parameters.keySet().stream().anyMatch(name -> leavesThePerson(type, name))) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "Clinics, roles and studies are not searched by records of patients: search for those"
              + " records, and include what they refer to.");
    }
    return new SearchReach(
        type,
        followed ? Extent.ALL_OF_ITS_PERSON : Extent.THE_RECORD,
        parameters.keySet().stream().anyMatch(name -> name.endsWith("include:iterate")));
  }

  /** Reads a search as HAPI keeps it for its next pages, {@code Type?name=value&…}. */
  static SearchReach underWay(String search) {
    int mark = search.indexOf('?');
    if (mark < 0) {
      return of(search, Map.of());
    }
    Map<String, String[]> parameters =
        Arrays.stream(search.substring(mark + 1).split("&"))
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> decoded(part[0]),
                    part -> new String[] {part.length < 2 ? "" : decoded(part[1])},
                    (one, other) ->
                        Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new)));
    return of(search.substring(0, mark), parameters);
  }

  /** Whether the type's records are those of patients. */
  boolean ofPersons() {
    return !ABOUT_NO_PERSON.contains(type);
  }

  static boolean isAboutNoPerson(String type) {
    return ABOUT_NO_PERSON.contains(type);
  }

  private static boolean follows(Map.Entry<String, String[]> parameter) {
    String name = parameter.getKey();
    return name.startsWith(HAS)
        || name.indexOf('.') >= 0
        || (name.equals("_sort")
            && Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('.') >= 0));
  }

  /**
   * Whether a condition goes from a record of nobody to one of somebody. Forward references never
   * do; {@code _has} does, by the types that it names.
   */
  private static boolean leavesThePerson(String type, String name) {
    int at = name.indexOf(HAS);
    if (at < 0) {
      return false;
    }
    if (at > 0) {
      return true; // Along a chain to something, and back from it.
    }
    List<String> types = Stream.concat(Stream.of(type), typesOf(name).stream()).distinct().toList();
    return types.stream().anyMatch(ABOUT_NO_PERSON::contains)
        && !ABOUT_NO_PERSON.containsAll(types);
  }

  /** {@code _has:Encounter:patient:_has:Observation:encounter:code} names two. */
  private static Collection<String> typesOf(String name) {
    return Arrays.stream(name.split("[:.]"))
        .filter(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)))
        .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
