package org.ketamineregistry.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Reach;

/**
 * What is to be exported.
 *
 * @param types the types of the records, in order, each of which the requester may read and search
 * @param since only what was written after it; null for everything
 * @param reach how far the requester's permission goes: {@link Reach#OWN} or {@link Reach#ALL}
 * @param query the query of the request in the registry's own words; empty where there was none
 * @param flat which flat files it has; null for the records themselves
 */
public record ExportOrder(
    List<String> types,
    @Nullable Instant since,
    Reach reach,
    String query,
    @Nullable FlatOrder flat) {

  public ExportOrder {
    types = List.copyOf(types);
  }
}
