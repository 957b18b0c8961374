package org.ketamineregistry.adapter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the elements of one entry came from.
 *
 * @param kind the kind of record
 * @param origins the source's own words for a place, by the path of the element in JSON
 */
record Whence(String kind, Map<String, String> origins) {
  private static final Pattern ENTRY =
      Pattern.compile("Bundle\\.entry\\[(\\d{1,6})](?:\\.resource)?\\.?(.*)", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*/");
  private static final Pattern TYPED = Pattern.compile("\\.ofType\\([^)]*\\)");
  private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");

  /** A fault of a whole record has no one place in the source. */
  private static final int MOST = 3;

  static Whence of(String kind, Map<String, String> places, Map<String, Given> given) {
    Map<String, String> origins = new LinkedHashMap<>();
    places.forEach(
        (path, field) -> {
          Given own = given.get(field);
          if (own != null) {
            origins.put(path, own.origin());
          }
        });
    return new Whence(kind, origins);
  }

  /**
   * The source's words for what an expression leads to.
   *
   * @param entries of the bundle, in its order
   * @return the expression itself where it leads to nothing of the source's
   */
  static String trace(List<Whence> entries, String expression) {
    Matcher entry = ENTRY.matcher(COMMENT.matcher(expression).replaceAll(""));
    if (!entry.matches() || Integer.parseInt(entry.group(1)) >= entries.size()) {
      return expression;
    }
    Whence whence = entries.get(Integer.parseInt(entry.group(1)));
    String path = TYPED.matcher(entry.group(2)).replaceAll("");
    List<String> wanted = path.isEmpty() ? List.of() : List.of(path.split("\\."));
    Set<String> found = new LinkedHashSet<>();
    whence.origins.forEach(
        (place, origin) -> {
          if (meet(List.of(place.split("\\.")), wanted)) {
            found.add(origin);
          }
        });
    return found.isEmpty() || found.size() > MOST
        ? "record " + whence.kind + (path.isEmpty() ? "" : " (" + path + ")")
        : found.stream().collect(Collectors.joining(", "));
  }

  /** Whether one leads to the other or to something in it. */
  private static boolean meet(List<String> place, List<String> wanted) {
    for (int i = 0; i < Math.min(place.size(), wanted.size()); i++) {
      if (!isSame(place.get(i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** JSON says {@code valueQuantity} where FHIRPath says {@code value}. */
  private static boolean isSame(String place, String wanted) {
    Matcher one = SEGMENT.matcher(place);
    Matcher other = SEGMENT.matcher(wanted);
    if (!one.matches() || !other.matches()) {
      return false;
    }
    boolean sameIndex =
        one.group(2) == null || other.group(2) == null || one.group(2).equals(other.group(2));
    String name = one.group(1);
    String shorter = other.group(1);
    return sameIndex
        && (name.equals(shorter)
            || (name.startsWith(shorter) && Character.isUpperCase(name.charAt(shorter.length()))));
  }
}
