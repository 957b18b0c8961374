package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ClinicPartitions;

/**
 * Tells HAPI what a request may read from: of a caller who speaks for a clinic that clinic's
 * records alone, whatever is asked; of one who reads no records nothing but the registry's own.
 * That is settled when the request comes in, since a search goes on after its answer, when the web
 * server has given the request to somebody else.
 */
@Interceptor
public final class PartitionsOfCallers {
  private static final String READABLE = PartitionsOfCallers.class.getName();

  private final ClinicPartitions partitions;
  private final CallerClinics clinics;

  PartitionsOfCallers(ClinicPartitions partitions, CallerClinics clinics) {
    this.partitions = partitions;
    this.clinics = clinics;
  }

  /** Settles what the request may read from. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
  public void settle(ServletRequestDetails request) {
    Caller caller = Callers.of(request.getServletRequest());
    try {
      RequestPartitionId readable =
          switch (caller.role()) {
            case OPEN, STEWARD -> RequestPartitionId.allPartitions();
            case SUBMITTING_CLINIC, CLINICIAN ->
                clinics
                    .of(request.getServletRequest())
                    .map(partitions::readableBy)
                    .orElseGet(RequestPartitionId::defaultPartition);
            case ANALYST, PEER, AUDITOR, PUBLIC -> RequestPartitionId.defaultPartition();
          };
      request.getUserData().put(READABLE, readable);
    } catch (Refused refused) {
      throw ErrorTranslation.asHapi(refused);
    }
  }

  /** The partitions of a read or a search. */
  @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_READ)
  public RequestPartitionId readable(RequestDetails request) {
    return request instanceof ServletRequestDetails
        ? readableBy(request)
        : RequestPartitionId.allPartitions(); // The registry itself reads.
  }

  /** What was settled; the registry's own alone where nothing was. */
  static RequestPartitionId readableBy(RequestDetails request) {
    return request.getUserData().get(READABLE) instanceof RequestPartitionId readable
        ? readable
        : RequestPartitionId.defaultPartition();
  }

  /** The registry names the partition itself wherever it writes a record. */
  @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_CREATE)
  public RequestPartitionId writable() {
    return RequestPartitionId.defaultPartition();
  }
}
