package org.ketamineregistry.submission;

import java.util.ArrayList;
import java.util.List;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.ingest.Action;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.refusal.Problem;

/**
 * May the caller write what it sends? By role and scopes, entry by entry, before anything is looked
 * up. Whose records it may write is decided where they are known, by {@code consent}.
 */
final class Admission {
  private final Access access;

  Admission(Access access) {
    this.access = access;
  }

  /** What the caller may not write; empty where it may write everything. */
  List<Problem> problems(Submitted submitted) {
    Caller caller = submitted.incoming().caller();
    var problems = new ArrayList<Problem>();
    for (SubmittedEntry entry : submitted.entries()) {
      // A type that nobody may write is for the validation to tell.
      if (access.isWritten(entry.type())) {
        operations(entry.action()).stream()
            .flatMap(operation -> access.denial(caller, operation, entry.type()).stream())
            .map(problem -> at(entry, problem))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  /** An update by an identifier creates what is not there yet. */
  private static List<Operation> operations(Action action) {
    if (action.kind() == Action.Kind.CREATE) {
      return List.of(Operation.CREATE);
    }
    return action.condition() == null
        ? List.of(Operation.UPDATE)
        : List.of(Operation.CREATE, Operation.UPDATE);
  }

  private static Problem at(SubmittedEntry entry, Problem problem) {
    return Problem.at(
        problem.code(),
        entry.expression(),
        entry.resource().line(),
        entry.resource().col(),
        problem.message());
  }
}
