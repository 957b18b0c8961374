package org.ketamineregistry.store;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ReadableRecords.Extent;
import org.ketamineregistry.subscription.Topic;

/**
 * Which records a subscriber may be told of, as access and the patients' decisions stand now:
 * exactly those that it could read. Whatever is in doubt is not told.
 */
final class ToldRecords {
  private final Access access;
  private final ReadableRecords readable;
  private final Records records;
  private final Clinics clinics;

  ToldRecords(Access access, ReadableRecords readable, Records records) {
    this.access = access;
    this.readable = readable;
    this.records = records;
    clinics = new Clinics(records);
  }

  /** Those of the records that may be told. */
  Set<String> among(Collection<String> ids, Caller caller, Topic topic) {
    Reach reach = access.reach(caller, Operation.READ, topic.focus());
    if (ids.isEmpty() || reach == Reach.NONE || reach == Reach.ANY) {
      return Set.of();
    }
    try {
      Set<String> open = readable.among(ids, caller, Extent.THE_RECORD);
      return reach == Reach.ALL ? open : ofClinic(open, caller);
    } catch (Refused unknown) {
      return Set.of(); // The registry does not know the clinic any more.
    }
  }

  private Set<String> ofClinic(Set<String> ids, Caller caller) {
    String clinic = clinics.of(caller).orElse("");
    Map<String, Records.Known> known = records.byId(ids);
    return ids.stream()
        .filter(id -> known.containsKey(id))
        .filter(id -> clinic.equals(Objects.requireNonNull(known.get(id)).owner()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
