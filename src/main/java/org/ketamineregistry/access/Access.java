package org.ketamineregistry.access;

import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/**
 * Decides what a caller may do: what the role may by the matrix, narrowed by the token's scopes.
 */
public final class Access {
  private final Matrix matrix;
  private final Set<String> written;

  public Access(Matrix matrix) {
    this.matrix = matrix;
    written = matrix.written();
  }

  /** How far the caller's permission goes; {@link Reach#NONE} where there is none. */
  public Reach reach(Caller caller, Operation operation, String type) {
    return denial(caller, operation, type).isPresent()
        ? Reach.NONE
        : matrix.reach(caller.role(), operation, type);
  }

  /**
   * How far the caller's permission goes.
   *
   * @throws Refused 403 where there is none
   */
  public Reach require(Caller caller, Operation operation, String type) {
    denial(caller, operation, type)
        .ifPresent(
            problem -> {
              throw new Refused(problem);
            });
    return matrix.reach(caller.role(), operation, type);
  }

  /**
   * Whether there is anything that the caller may write.
   *
   * @throws Refused 403 where there is nothing
   */
  public void requireWriter(Caller caller) {
    if (caller.role() == Role.OPEN || written.stream().anyMatch(type -> mayWrite(caller, type))) {
      return;
    }
    var unlimited =
        new Caller(
            caller.client(),
            caller.user(),
            caller.role(),
            caller.clinic(),
            caller.purpose(),
            Scopes.EVERYTHING);
    throw written.stream().anyMatch(type -> mayWrite(unlimited, type))
        ? Refused.because(
            ErrorCode.SCOPE_MISSING,
            "The token's scopes let it write nothing: ask for the types that you send, with c and u,"
                + " for example "
                + (caller.user() == null ? "system/Patient.crus." : "user/Organization.crus."))
        : Refused.because(
            ErrorCode.FORBIDDEN,
            "The role "
                + caller.role().code()
                + " writes nothing. A clinic's system has the role submitting-clinic: ask the"
                + " registry's steward, who registers clients.");
  }

  private boolean mayWrite(Caller caller, String type) {
    return reach(caller, Operation.CREATE, type) != Reach.NONE
        || reach(caller, Operation.UPDATE, type) != Reach.NONE;
  }

  /** Every type that some role may do something with. */
  public Set<String> types() {
    return matrix.types();
  }

  /** Whether some role may write resources of a type. */
  public boolean isWritten(String type) {
    return written.contains(type);
  }

  /** Why the caller may not do this, in words that help; empty where it may. */
  public Optional<Problem> denial(Caller caller, Operation operation, String type) {
    Reach reach = matrix.reach(caller.role(), operation, type);
    if (reach == Reach.NONE) {
      return Optional.of(
          Problem.of(
              ErrorCode.FORBIDDEN,
              "The role "
                  + caller.role().code()
                  + " has no access to "
                  + operation.code()
                  + " of this type: the guide's page on access says which role has."));
    }
    return reach == Reach.ANY
        ? Optional.empty()
        : operation
            .scope()
            .flatMap(scope -> caller.scopes().denial(operation.scopedType(type), scope));
  }
}
