package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.function.Function;

/** Whoever writes resources does so here: what is written is in the flat tables when it is done. */
final class ResourceWriters {
  private final DaoRegistry daos;
  private final ClinicPartitions partitions;
  private final FlatTables flat;

  ResourceWriters(DaoRegistry daos, ClinicPartitions partitions, FlatTables flat) {
    this.daos = daos;
    this.partitions = partitions;
    this.flat = flat;
  }

  /**
   * Writes, within the transaction that is open. At its end each resource has its row in {@code
   * registry.record}.
   *
   * @param owner of all that is written
   */
  <T> T writing(String owner, Function<ResourceWriter, T> work) {
    var writer = new ResourceWriter(daos, partitions.of(owner));
    T done = work.apply(writer);
    flat.replace(writer.written());
    return done;
  }
}
