package org.ketamineregistry.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketamineregistry.profiles.ProfileIndex;

/**
 * The constrained list of scopes that a system or an application can ask for. The identity provider
 * knows each by its whole text, and refuses any other with {@code invalid_scope}; the realm file
 * has the same list.
 */
public final class SmartScopes {
  private static final String SYSTEM = "system/";
  private static final String USER = "user/";

  /** The letters of the scopes for a type that is written, {@code system/Patient.crus} for one. */
  private static final List<String> WRITTEN =
      List.of("c", "cruds", "crus", "cu", "r", "rs", "s", "u");

  private static final List<String> READ = List.of("r", "rs", "s");

  private static final String SUBSCRIPTION = "Subscription";

  /**
   * What persons write: a steward registers clinics, links pseudonyms, erases, decides about
   * findings, and switches subscriptions off. Records come from systems alone, subscriptions too.
   */
  private static final Map<String, List<String>> WRITTEN_BY_PERSONS =
      Map.of(
          "Organization",
          WRITTEN,
          "Patient",
          List.of("u"),
          "DetectedIssue",
          List.of("u"),
          SUBSCRIPTION,
          List.of("r", "rs", "s", "u"));

  /** Types of which the registry alone makes the records. */
  private static final Set<String> READ_ONLY =
      Set.of("AuditEvent", "DetectedIssue", "Measure", "MeasureReport", "Task");

  private SmartScopes() {}

  /** Every scope, {@code purpose/…}, {@code system/…} and {@code user/…}, in order. */
  public static List<String> supported() {
    return Stream.concat(
            Stream.of(Purpose.values()).map(Purpose::scope),
            Stream.of(
                    scopes(SYSTEM, Set.of("*"), WRITTEN),
                    scopes(SYSTEM, ProfileIndex.ACCEPTED_TYPES, WRITTEN),
                    scopes(SYSTEM, READ_ONLY, READ),
                    scopes(SYSTEM, Set.of(SUBSCRIPTION), WRITTEN),
                    scopes(SYSTEM, Set.of("DetectedIssue"), List.of("u")),
                    scopes(USER, Set.of("*"), READ),
                    scopes(USER, ProfileIndex.ACCEPTED_TYPES, READ),
                    scopes(USER, READ_ONLY, READ),
                    WRITTEN_BY_PERSONS.entrySet().stream()
                        .flatMap(type -> scopes(USER, Set.of(type.getKey()), type.getValue())))
                .flatMap(scopes -> scopes))
        .distinct()
        .sorted()
        .toList();
  }

  /** The scopes that a system of a role may be given, of which a token asks for some. */
  public static List<String> of(Role role) {
    return role.mayBeASystems() ? of(SYSTEM, role) : List.of();
  }

  /** The scopes that an application may ask for on behalf of persons of a role; none of others. */
  public static List<String> ofPersons(Role role) {
    return role.mayBeAPersons() ? of(USER, role) : List.of();
  }

  private static List<String> of(String level, Role role) {
    Set<String> purposes =
        role.purposes().stream().map(Purpose::scope).collect(Collectors.toUnmodifiableSet());
    Predicate<String> smart =
        switch (role) {
          case SUBMITTING_CLINIC, STEWARD -> scope -> true;
          case CLINICIAN -> scope -> scope.matches(".*\\.(r|rs|s)");
          case PEER -> scope -> scope.matches(".*/Measure(Report)?\\..*");
          // Flat files need the scopes of what they are made of; the matrix lets no record be read.
          case ANALYST -> scope -> scope.matches(".*\\.(r|rs|s)");
          case AUDITOR -> scope -> scope.contains("/AuditEvent.");
          case PUBLIC, OPEN -> scope -> false;
        };
    return supported().stream()
        .filter(
            scope ->
                scope.startsWith(Purpose.SCOPE)
                    ? purposes.contains(scope)
                    : scope.startsWith(level) && smart.test(scope))
        .toList();
  }

  private static Stream<String> scopes(String level, Set<String> types, List<String> letters) {
    return types.stream().flatMap(type -> letters.stream().map(some -> level + type + "." + some));
  }
}
