package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.ketamineregistry.store.ClinicPartitions;

/**
 * Tells HAPI what a request may read from: of a caller who speaks for a clinic that clinic's
 * records alone, whatever is asked.
 */
@Interceptor
public final class PartitionsOfCallers {
  private final ClinicPartitions partitions;
  private final CallerClinics clinics;

  PartitionsOfCallers(ClinicPartitions partitions, CallerClinics clinics) {
    this.partitions = partitions;
    this.clinics = clinics;
  }

  /** The partitions of a read or a search. */
  @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_READ)
  public RequestPartitionId readable(RequestDetails request) {
    return request instanceof ServletRequestDetails servlet
        ? clinics
            .of(servlet.getServletRequest())
            .map(partitions::readableBy)
            .orElseGet(RequestPartitionId::allPartitions)
        : RequestPartitionId.allPartitions();
  }

  /** The registry names the partition itself wherever it writes a record. */
  @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_CREATE)
  public RequestPartitionId writable() {
    return RequestPartitionId.defaultPartition();
  }
}
