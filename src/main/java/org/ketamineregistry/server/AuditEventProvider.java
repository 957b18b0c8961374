package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.store.AuditLog;
import org.ketamineregistry.store.AuditLog.Question;

/** Shows the audit as AuditEvent, the newest first, to whom the matrix of access lets read it. */
public final class AuditEventProvider implements IResourceProvider {
  private static final int DEFAULT_COUNT = 50;
  private static final int MOST = 1_000;

  private final AuditLog log;

  AuditEventProvider(AuditLog log) {
    this.log = log;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return AuditEvent.class;
  }

  /** The entry with an id. */
  @Read
  public AuditEvent read(@IdParam IdType id) {
    return log.byId(id.getIdPart())
        .map(AuditEvents::of)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /**
   * The entries that concern a patient, a time, a client, a kind of act; the next page is linked.
   *
   * @param date of when it was recorded
   * @param altid the caller's client id
   * @param subtype the interaction, {@code read} for example
   */
  @Search
  public IBundleProvider search(
      @Nullable @OptionalParam(name = "patient") ReferenceParam patient,
      @Nullable @OptionalParam(name = "date") DateRangeParam date,
      @Nullable @OptionalParam(name = "altid") TokenParam altid,
      @Nullable @OptionalParam(name = "action") TokenParam action,
      @Nullable @OptionalParam(name = "subtype") TokenParam subtype,
      @Nullable @Count Integer count,
      @Nullable @Offset Integer offset,
      RequestDetails request) {
    StrictSearch.check(request, "patient", "date", "altid", "action", "subtype");
    var question =
        new Question(
            patient == null ? null : patient.getIdPart(),
            moment(date == null ? null : date.getLowerBoundAsInstant()),
            moment(date == null ? null : date.getUpperBoundAsInstant()),
            altid == null ? null : altid.getValue(),
            action == null ? null : action.getValue(),
            subtype == null ? null : subtype.getValue(),
            false);
    int from = offset == null ? 0 : offset;
    int limit = count == null ? DEFAULT_COUNT : Math.min(count, MOST);
    List<AuditEvent> page = log.find(question, from, limit).stream().map(AuditEvents::of).toList();
    var found = new SimpleBundleProvider(page);
    found.setSize(log.count(question));
    found.setCurrentPageOffset(from);
    found.setCurrentPageSize(limit);
    return found;
  }

  private static @Nullable Instant moment(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
