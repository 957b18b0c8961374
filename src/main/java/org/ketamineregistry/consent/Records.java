package org.ketamineregistry.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact;

/** What is already on record, as far as a decision about a submission needs it. */
public interface Records {
  /** The owner of what belongs to the registry itself and to no clinic: the clinics. */
  String REGISTRY = "00000000-0000-0000-0000-000000000000";

  /**
   * A stored resource.
   *
   * @param type the resource type
   * @param id the registry's id
   * @param owner the clinic's id, or {@link #REGISTRY}
   * @param patient the id of the Patient resource that it is about; null where it is about none
   * @param person the person's key; null where it is about none
   */
  record Known(
      String type, String id, String owner, @Nullable String patient, @Nullable String person) {}

  /** The records that have one of these identifiers, of whichever clinic. */
  Map<BusinessIdentifier, List<Known>> byIdentifier(Set<BusinessIdentifier> identifiers);

  /** The records with these ids, by id. */
  Map<String, Known> byId(Set<String> ids);

  /**
   * What persons decided about sharing: for each person's key, the decisions by record id; those
   * made under a linked pseudonym too.
   */
  Map<String, Map<String, Fact.SharingConsent>> sharing(Set<String> persons);
}
