package org.ketamineregistry.store;

import java.time.Instant;
import java.util.Collection;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;

/**
 * What a steward does, to be recorded in the transaction that does it.
 *
 * @param caller who asks
 * @param request the id of the request
 * @param at when
 */
public record StewardAct(Caller caller, String request, Instant at) {

  AuditEntry entry(AuditAction action, String operation, Collection<String> patients) {
    return AuditEntry.done(
        at,
        action,
        operation,
        caller,
        request,
        patients.stream().sorted().map(patient -> "Patient/" + patient).toList());
  }
}
