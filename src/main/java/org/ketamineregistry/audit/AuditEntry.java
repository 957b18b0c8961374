package org.ketamineregistry.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;

/**
 * One thing that somebody did or was refused. It names records by the registry's own ids and
 * nothing else of a patient: no value of a search, no identifier, no content.
 *
 * @param id the id of its AuditEvent
 * @param at when it happened, to the microsecond
 * @param action what was done
 * @param interaction the interaction as FHIR calls it, {@code read} or {@code transaction} for
 *     example; {@code operation} with its name, {@code $link-pseudonyms} for example
 * @param caller who asked, and what for
 * @param request the id of the request, which its response bears as {@code X-Request-Id}
 * @param status the HTTP status of the answer
 * @param refusal the stable code of the refusal; null where it was answered
 * @param consent what was decided about holding a submission; null where nothing was to be decided
 * @param records the records that were disclosed or written, or asked for where it was refused, as
 *     {@code Type/id} or {@code Type/id/_history/version}
 * @param query what was searched by; null where nothing was searched
 */
public record AuditEntry(
    UUID id,
    Instant at,
    AuditAction action,
    String interaction,
    Caller caller,
    String request,
    int status,
    @Nullable String refusal,
    @Nullable ConsentDecision consent,
    List<String> records,
    @Nullable AuditedQuery query) {

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    records = List.copyOf(records);
  }

  /** An entry of what was answered with 200 and concerned no consent and no search. */
  public static AuditEntry done(
      Instant at,
      AuditAction action,
      String interaction,
      Caller caller,
      String request,
      List<String> records) {
    return answered(at, action, interaction, caller, request, 200, null, records);
  }

  /**
   * An entry of what was refused, or answered by another status.
   *
   * @param refusal see {@link #refusal}
   */
  public static AuditEntry answered(
      Instant at,
      AuditAction action,
      String interaction,
      Caller caller,
      String request,
      int status,
      @Nullable String refusal,
      List<String> records) {
    return new AuditEntry(
        UUID.randomUUID(),
        at,
        action,
        interaction,
        caller,
        request,
        status,
        refusal,
        null,
        records,
        null);
  }

  /** The same with what was decided about holding it. */
  public AuditEntry with(@Nullable ConsentDecision decision) {
    return new AuditEntry(
        id, at, action, interaction, caller, request, status, refusal, decision, records, query);
  }

  /** The same with what was searched by. */
  public AuditEntry with(@Nullable AuditedQuery searched) {
    return new AuditEntry(
        id, at, action, interaction, caller, request, status, refusal, consent, records, searched);
  }
}
