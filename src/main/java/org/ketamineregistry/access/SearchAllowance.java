package org.ketamineregistry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What a search may ask. A predicate can tell what a result does not show: so a parameter is one of
 * those that the type is searched by, and a chain, {@code _has} or an inclusion leads only through
 * types that the caller may search. What is on no list here is refused.
 */
public final class SearchAllowance {
  private static final Set<String> OF_THE_RESULT =
      Set.of("_count", "_elements", "_format", "_offset", "_pretty", "_summary", "_total");
  private static final Set<String> OF_EVERY_TYPE = Set.of("_id", "_lastUpdated");
  private static final String ITERATE = ":iterate";

  /** What the types are searched by. */
  @FunctionalInterface
  public interface Parameters {
    /**
     * The types that a parameter refers to, none where it is no reference; empty where the type is
     * not searched by it.
     */
    Optional<Set<String>> targets(String type, String name);
  }

  private final Access access;
  private final Parameters parameters;

  public SearchAllowance(Access access, Parameters parameters) {
    this.access = access;
    this.parameters = parameters;
  }

  /**
   * Looks at a search.
   *
   * @param query the parameters, each with its values
   * @throws Refused 400 where a parameter is on no list
   */
  public void check(Caller caller, String type, Map<String, List<String>> query) {
    query.forEach((name, values) -> parameter(caller, type, name, values));
  }

  private void parameter(Caller caller, String type, String name, List<String> values) {
    if (OF_THE_RESULT.contains(name)) {
      return;
    } else if (name.equals("_sort")) {
      values.forEach(value -> sort(type, value));
    } else if (isInclusion(name, "_include")) {
      values.forEach(value -> include(caller, value));
    } else if (isInclusion(name, "_revinclude")) {
      values.forEach(value -> reverseInclude(caller, value));
    } else {
      predicate(caller, type, name);
    }
  }

  private static boolean isInclusion(String name, String inclusion) {
    return name.equals(inclusion) || name.equals(inclusion + ITERATE);
  }

  /** {@code code}, {@code subject:Patient.identifier}, {@code _has:Observation:subject:code}. */
  private void predicate(Caller caller, String type, String name) {
    if (name.startsWith("_has:")) {
      String[] parts = name.split(":", 4);
      require(parts.length == 4);
      require(targets(parts[1], parts[2]).contains(type));
      mayBeSearched(caller, List.of(parts[1]));
      predicate(caller, parts[1], parts[3]);
      return;
    }
    int dot = name.indexOf('.');
    String own = dot < 0 ? name : name.substring(0, dot);
    String[] modified = own.split(":", 2);
    if (dot < 0) {
      require(OF_EVERY_TYPE.contains(modified[0]) || isSearchedBy(type, modified[0]));
      return;
    }
    Collection<String> targets = targets(type, modified[0]);
    if (modified.length == 2) {
      require(targets.contains(modified[1]));
      targets = List.of(modified[1]);
    }
    require(!targets.isEmpty());
    String rest = name.substring(dot + 1);
    List<String> meant = targets.stream().filter(target -> leadsOn(target, rest)).toList();
    require(!meant.isEmpty());
    mayBeSearched(caller, meant);
    meant.forEach(target -> predicate(caller, target, rest));
  }

  /** Whether the next step of a chain is one of the type at all. */
  private boolean leadsOn(String type, String rest) {
    String next = rest.split("[.:]", 2)[0];
    return next.equals("_has") || OF_EVERY_TYPE.contains(next) || isSearchedBy(type, next);
  }

  private void include(Caller caller, String value) {
    String[] parts = value.split(":");
    require(parts.length == 2 || parts.length == 3);
    Set<String> targets = targets(parts[0], parts[1]);
    require(!targets.isEmpty());
    if (parts.length == 3) {
      require(targets.contains(parts[2]));
      mayBeSearched(caller, List.of(parts[2]));
    } else {
      List<String> served = targets.stream().filter(access.types()::contains).toList();
      require(!served.isEmpty());
      mayBeSearched(caller, served);
    }
  }

  private void reverseInclude(Caller caller, String value) {
    String[] parts = value.split(":");
    require(parts.length == 2 || parts.length == 3);
    require(!targets(parts[0], parts[1]).isEmpty());
    mayBeSearched(caller, List.of(parts[0]));
  }

  private void sort(String type, String value) {
    for (String by : value.split(",")) {
      String name = by.startsWith("-") ? by.substring(1) : by;
      require(OF_EVERY_TYPE.contains(name) || isSearchedBy(type, name));
    }
  }

  private void mayBeSearched(Caller caller, Collection<String> types) {
    types.forEach(
        type ->
            access
                .denial(caller, Operation.SEARCH, type)
                .ifPresent(
                    problem -> {
                      throw Refused.because(
                          ErrorCode.SEARCH_NOT_ALLOWED,
                          "The search leads through a type that you may not search. "
                              + problem.message());
                    }));
  }

  private boolean isSearchedBy(String type, String name) {
    return parameters.targets(type, name).isPresent();
  }

  private Set<String> targets(String type, String name) {
    return parameters.targets(type, name).orElse(Set.of());
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Refused.because(
          ErrorCode.SEARCH_NOT_ALLOWED,
          "A parameter of this search is not one that the type is searched by, or leads where"
              + " nothing is searched: [base]/metadata lists the parameters of each type. _include"
              + " names one reference, [type]:[parameter].");
    }
  }
}
