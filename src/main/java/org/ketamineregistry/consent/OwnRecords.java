package org.ketamineregistry.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact;

/**
 * What is on record as one clinic may know of it: its own records and its own Organization. What is
 * another's is as if it did not exist. What a person decided about sharing counts wherever it was
 * said.
 */
final class OwnRecords implements Records {
  private final Records all;
  private final String owner;

  OwnRecords(Records all, String owner) {
    this.all = all;
    this.owner = owner;
  }

  @Override
  public Map<BusinessIdentifier, List<Known>> byIdentifier(Set<BusinessIdentifier> identifiers) {
    Map<BusinessIdentifier, List<Known>> own = new HashMap<>();
    all.byIdentifier(identifiers)
        .forEach(
            (identifier, found) ->
                own.put(identifier, found.stream().filter(this::isOwn).toList()));
    return own;
  }

  @Override
  public Map<String, Known> byId(Set<String> ids) {
    return all.byId(ids).entrySet().stream()
        .filter(entry -> isOwn(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Map<String, Map<String, Fact.SharingConsent>> sharing(Set<String> persons) {
    return all.sharing(persons);
  }

  private boolean isOwn(Known known) {
    return known.owner().equals(owner) || known.id().equals(owner);
  }
}
