package org.ketamineregistry.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.ketamineregistry.consent.Records;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the records of each clinic in a partition of HAPI's tables, so that whatever is asked on
 * behalf of a clinic, by whichever parameter, chain or inclusion, sees no record of another (R16,
 * {@code docs/adr/008-a-partition-for-each-clinic.md}). What belongs to the registry itself, the
 * clinics, is in HAPI's default partition.
 */
public final class ClinicPartitions {
  private final JdbcTemplate jdbc;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  ClinicPartitions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives a clinic that is being registered its partition, within the transaction. */
  void open(String clinic) {
    jdbc.update(
        "INSERT INTO registry.clinic_partition (clinic) VALUES (?) ON CONFLICT DO NOTHING",
        UUID.fromString(clinic));
  }

  /**
   * The partition of what an owner has.
   *
   * @param owner a clinic's id, or {@link Records#REGISTRY}
   */
  RequestPartitionId of(String owner) {
    return owner.equals(Records.REGISTRY)
        ? RequestPartitionId.defaultPartition()
        : RequestPartitionId.fromPartitionId(number(owner));
  }

  /**
   * What a clinic may read from: its own records, and the clinics.
   *
   * @param clinic the clinic's id
   */
  public RequestPartitionId readableBy(String clinic) {
    return RequestPartitionId.fromPartitionIds(Arrays.asList(null, number(clinic)));
  }

  /** Whether a resource, as HAPI has read it, is a record of the clinic. */
  public boolean isOf(String clinic, IBaseResource resource) {
    return RequestPartitionId.getPartitionIfAssigned(resource)
        .filter(RequestPartitionId::hasPartitionIds)
        .map(partition -> partition.getPartitionIds().equals(List.of(number(clinic))))
        .orElse(false);
  }

  private int number(String clinic) {
    return known.computeIfAbsent(
        clinic,
        id ->
            jdbc
                .queryForList(
                    "SELECT partition FROM registry.clinic_partition WHERE clinic = ?",
                    Integer.class,
                    UUID.fromString(id))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A clinic without a partition")));
  }
}
