package org.ketamineregistry.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** The types of which records are handed out together, and those that a caller may have. */
final class RecordTypes {
  private final Access access;
  private final Set<String> all;

  RecordTypes(Access access) {
    this.access = access;
    all =
        access.types().stream()
            .filter(FhirServlet::isRecord)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The types that a request asks for by {@code _type}; without it whatever the caller may have.
   *
   * @throws Refused 400 where one is no type of records; 403 where one is named that the caller may
   *     not read and search, or where there is none that it may
   */
  List<String> of(Caller caller, OperationParameters asked) {
    List<String> named = asked.types(all);
    List<Problem> denials = named.stream().flatMap(type -> denial(caller, type).stream()).toList();
    if (!denials.isEmpty()) {
      throw new Refused(denials);
    }
    List<String> types =
        named.isEmpty()
            ? all.stream().filter(type -> denial(caller, type).isEmpty()).sorted().toList()
            : named;
    if (types.isEmpty()) {
      throw new Refused(denial(caller, "Patient").orElseThrow());
    }
    return types;
  }

  /** Why a caller may not have the records of a type; both scopes are needed. */
  Optional<Problem> denial(Caller caller, String type) {
    return Stream.of(Operation.READ, Operation.SEARCH)
        .flatMap(operation -> access.denial(caller, operation, type).stream())
        .findFirst();
  }
}
