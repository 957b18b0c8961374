package org.ketamineregistry.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketamineregistry.profiles.ProfileIndex;

/**
 * The constrained list of scopes that a client can ask for. The identity provider knows each by its
 * whole text, and refuses any other with {@code invalid_scope}; the realm file has the same list.
 */
public final class SmartScopes {
  /** The letters of the scopes for a type that is written, {@code system/Patient.crus} for one. */
  private static final List<String> WRITTEN =
      List.of("c", "cruds", "crus", "cu", "r", "rs", "s", "u");

  private static final List<String> READ = List.of("r", "rs", "s");

  /** Types of which the registry alone makes the records. */
  private static final Set<String> READ_ONLY =
      Set.of("AuditEvent", "DetectedIssue", "Measure", "MeasureReport", "Task");

  private SmartScopes() {}

  /** Every scope, {@code system/…} and {@code purpose/…}, in order. */
  public static List<String> supported() {
    return Stream.concat(
            Stream.of(Purpose.values()).map(Purpose::scope),
            Stream.of(
                    scopes(Set.of("*"), WRITTEN),
                    scopes(ProfileIndex.ACCEPTED_TYPES, WRITTEN),
                    scopes(READ_ONLY, READ))
                .flatMap(scopes -> scopes))
        .sorted()
        .toList();
  }

  /** The scopes that a client of a role may be given; within them a token asks for some. */
  public static List<String> of(Role role) {
    Set<String> purposes =
        role.purposes().stream().map(Purpose::scope).collect(Collectors.toUnmodifiableSet());
    Predicate<String> smart =
        switch (role) {
          case SUBMITTING_CLINIC, STEWARD -> scope -> true;
          case CLINICIAN -> scope -> scope.matches(".*\\.(r|rs|s)");
          case ANALYST, PEER -> scope -> scope.matches("system/Measure(Report)?\\..*");
          case AUDITOR -> scope -> scope.startsWith("system/AuditEvent.");
          case PUBLIC, OPEN -> scope -> false;
        };
    return supported().stream()
        .filter(
            scope -> scope.startsWith(Purpose.SCOPE) ? purposes.contains(scope) : smart.test(scope))
        .toList();
  }

  private static Stream<String> scopes(Set<String> types, List<String> letters) {
    return new TreeSet<>(types)
        .stream().flatMap(type -> letters.stream().map(some -> "system/" + type + "." + some));
  }
}
