package org.ketamineregistry.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the log has it.
 *
 * @param number the log's own number of it; numbers have gaps, since a write that was given up
 *     leaves none behind
 * @param id the id of its AuditEvent
 * @param at when it happened
 * @param action the letter of the {@link AuditAction}
 * @param interaction the interaction
 * @param client the caller's client
 * @param user the caller's person at the identity provider; null for a system
 * @param role the code of the caller's role
 * @param clinic the clinic that the caller spoke for; null where for none
 * @param purpose HL7's code of the purpose of use; null where none was named
 * @param request the id of the request
 * @param status the HTTP status
 * @param refusal the stable code of the refusal; null where it was answered
 * @param consent what was decided about holding it; null where nothing was to be decided
 * @param records the records that it names, see {@link AuditEntry#records}
 * @param patients the ids of the Patient resources that these records are about
 * @param owners the ids of the clinics whose records these are
 * @param parameters the names that were searched by
 * @param digest the digest of what was searched by; null where nothing was
 */
public record AuditRow(
    long number,
    UUID id,
    Instant at,
    String action,
    String interaction,
    String client,
    @Nullable String user,
    String role,
    @Nullable String clinic,
    @Nullable String purpose,
    String request,
    int status,
    @Nullable String refusal,
    @Nullable String consent,
    List<String> records,
    List<String> patients,
    List<String> owners,
    List<String> parameters,
    @Nullable String digest) {

  public AuditRow {
    records = List.copyOf(records);
    patients = List.copyOf(patients);
    owners = List.copyOf(owners);
    parameters = List.copyOf(parameters);
  }

  /** The same as far as it concerns one patient, of whom these are the records. */
  public AuditRow of(String patient, Predicate<String> theirs) {
    return new AuditRow(
        number,
        id,
        at,
        action,
        interaction,
        client,
        user,
        role,
        clinic,
        purpose,
        request,
        status,
        refusal,
        consent,
        records.stream().filter(theirs).toList(),
        List.of(patient),
        owners,
        parameters,
        digest);
  }
}
