package org.ketamineregistry.validate;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.ingest.SubmittedEntry;

/**
 * A resource that meets its profile.
 *
 * @param submitted the entry as it was sent
 * @param resource the resource as HAPI's model has it, without narrative
 * @param profile the canonical URL of the profile that its content selects
 * @param links the references that it has
 */
public record ValidatedEntry(
    SubmittedEntry submitted, Resource resource, String profile, List<Link> links) {
  public String type() {
    return submitted.type();
  }
}
