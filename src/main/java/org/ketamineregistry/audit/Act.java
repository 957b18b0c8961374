package org.ketamineregistry.audit;

import java.time.Instant;
import java.util.List;
import org.ketamineregistry.access.Caller;

/**
 * Who acts on the registry itself, to be recorded with what it concerns.
 *
 * @param caller who acts
 * @param request the id of the request
 * @param at when
 */
public record Act(Caller caller, String request, Instant at) {

  /**
   * The entry of the act.
   *
   * @param operation its name, {@code $erase} for example
   * @param records what it concerns, as {@code Type/id}
   */
  public AuditEntry entry(String operation, List<String> records) {
    return AuditEntry.done(at, AuditAction.EXECUTE, operation, caller, request, records);
  }
}
