package org.ketamineregistry.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Reach;

/**
 * What is to be exported.
 *
 * @param types the types of the records, in order, each of which the requester may read and search
 * @param since only what was written after it; null for everything
 * @param reach how far the requester's permission goes: {@link Reach#OWN} or {@link Reach#ALL}
 * @param level where it was begun, below the base, such as {@code Patient/$export}
 * @param group the id of the clinic or the study whose patients are meant; null for everybody
 * @param filters for a type the searches of which one has to find a record; without a type all
 * @param query the query of the request in the registry's own words; empty where there was none
 * @param flat which flat files it has; null for the records themselves
 */
public record ExportOrder(
    List<String> types,
    @Nullable Instant since,
    Reach reach,
    String level,
    @Nullable UUID group,
    Map<String, List<String>> filters,
    String query,
    @Nullable FlatOrder flat) {

  public ExportOrder {
    types = List.copyOf(types);
    filters = Map.copyOf(filters);
  }
}
