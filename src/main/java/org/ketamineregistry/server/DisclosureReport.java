package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.AuditRow;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.AuditLog;
import org.ketamineregistry.store.AuditLog.Question;
import org.springframework.stereotype.Component;

/**
 * {@code Patient/[id]/$disclosures}: who saw what of a patient, when and why, as AuditEvents, the
 * newest first. A patient asks through the clinic, which asks for its own patients only; another's
 * is not there. What it tells names nobody else's records.
 */
@Component
public final class DisclosureReport {
  static final String NAME = "$disclosures";
  private static final int MOST = 1_000;

  private final AuditLog log;
  private final Records records;
  private final Access access;
  private final CallerClinics clinics;

  DisclosureReport(AuditLog log, Records records, Access access, CallerClinics clinics) {
    this.log = log;
    this.records = records;
    this.access = access;
    this.clinics = clinics;
  }

  /**
   * The newest thousand disclosures; {@code Bundle.total} says how many there are.
   *
   * @param start the first day
   * @param end the last day; an earlier one shows what a full bundle leaves out
   */
  @Operation(name = NAME, type = Patient.class, idempotent = true)
  public Bundle disclosures(
      @IdParam IdType id,
      @Nullable @OperationParam(name = "start") DateType start,
      @Nullable @OperationParam(name = "end") DateType end,
      ServletRequestDetails request) {
    String patient = id.getIdPart();
    try {
      if (!maySee(request.getServletRequest(), patient)) {
        throw new ResourceNotFoundException(id);
      }
    } catch (Refused refused) {
      throw ErrorTranslation.asHapi(refused);
    }
    Instant from = moment(start).orElse(null);
    Instant until = moment(end).map(day -> day.plus(Duration.ofDays(1))).orElse(null);
    List<AuditRow> found = log.disclosures(patient, from, until, MOST);
    var bundle = new Bundle();
    bundle.setType(BundleType.SEARCHSET);
    bundle.setTotal(log.count(Question.disclosuresOf(patient, from, until)));
    found.forEach(row -> bundle.addEntry().setResource(AuditEvents.of(row)));
    return bundle;
  }

  private boolean maySee(HttpServletRequest request, String patient) {
    Reach reach =
        access.require(
            Callers.of(request), org.ketamineregistry.access.Operation.DISCLOSURES, "Patient");
    var known = Optional.ofNullable(records.byId(Set.of(patient)).get(patient));
    return known
        .filter(record -> record.type().equals("Patient"))
        .filter(
            record ->
                reach == Reach.ALL
                    || clinics.of(request).filter(record.owner()::equals).isPresent())
        .isPresent();
  }

  /** The days are those of UTC. */
  private static Optional<Instant> moment(@Nullable DateType date) {
    try {
      return Optional.ofNullable(date)
          .map(day -> LocalDate.parse(day.getValueAsString()))
          .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      throw new InvalidRequestException("Not a day");
    }
  }
}
