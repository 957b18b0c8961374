package org.ketamineregistry.consent;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * A resource that the registry may hold, and what to do with it.
 *
 * @param validated the valid resource
 * @param plan what to do
 * @param id the registry's id: the record's that exists, or a new one
 * @param identifiers the business identifiers by which it will be known
 * @param patient the id of the Patient resource that it is about; null where it is about none
 * @param person the person's key; null where it is about none
 * @param safetyOnly whether it is held for drug safety alone
 * @param fact what the rules need to know of it; null where they need nothing
 */
public record PermittedEntry(
    ValidatedEntry validated,
    Plan plan,
    String id,
    List<BusinessIdentifier> identifiers,
    @Nullable String patient,
    @Nullable String person,
    boolean safetyOnly,
    @Nullable Fact fact) {

  /** What to do with a resource. */
  public enum Plan {
    CREATE,
    UPDATE,
    /** A conditional create whose record exists: nothing changes. */
    KEEP
  }

  public Resource resource() {
    return validated.resource();
  }
}
