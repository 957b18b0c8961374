package org.ketamineregistry.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact.SharingConsent;

/** Records in memory. */
final class FakeRecords implements Records {
  private final Map<BusinessIdentifier, List<Known>> byIdentifier = new HashMap<>();
  private final Map<String, Known> byId = new HashMap<>();
  private final Map<String, Map<String, SharingConsent>> sharing = new HashMap<>();

  FakeRecords with(BusinessIdentifier identifier, Known known) {
    byIdentifier.computeIfAbsent(identifier, key -> new ArrayList<>()).add(known);
    byId.put(known.id(), known);
    return this;
  }

  FakeRecords with(String person, String id, SharingConsent consent) {
    sharing.computeIfAbsent(person, key -> new HashMap<>()).put(id, consent);
    return this;
  }

  @Override
  public Map<BusinessIdentifier, List<Known>> byIdentifier(Set<BusinessIdentifier> identifiers) {
    Map<BusinessIdentifier, List<Known>> found = new HashMap<>(byIdentifier);
    found.keySet().retainAll(identifiers);
    return found;
  }

  @Override
  public Map<String, Known> byId(Set<String> ids) {
    Map<String, Known> found = new HashMap<>(byId);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public Map<String, Map<String, SharingConsent>> sharing(Set<String> persons) {
    Map<String, Map<String, SharingConsent>> found = new HashMap<>(sharing);
    found.keySet().retainAll(persons);
    return found;
  }
}
