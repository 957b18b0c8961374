package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * What is included in the results of a search step by step ({@code _include:iterate}). Where a step
 * leads over a record that is hidden, what lies behind it would tell of it, a clinic for example.
 */
final class IncludedRecords {
  private final FhirContext context;

  IncludedRecords(FhirContext context) {
    this.context = context;
  }

  private record Linked(String id, boolean match, Set<String> targets) {
    boolean touches(Linked other) {
      return targets.contains(other.id) || other.targets.contains(id);
    }
  }

  /** The ids of the matches, and of what hangs on them over nothing but these resources. */
  Set<String> linked(List<IBaseResource> resources) {
    List<Linked> open = resources.stream().map(this::linked).collect(Collectors.toList());
    List<Linked> reached = open.stream().filter(Linked::match).toList();
    Set<String> ids = new HashSet<>();
    while (!reached.isEmpty()) {
      List<Linked> last = reached;
      open.removeAll(last);
      last.forEach(one -> ids.add(one.id()));
      reached = open.stream().filter(one -> last.stream().anyMatch(one::touches)).toList();
    }
    return ids;
  }

  private Linked linked(IBaseResource resource) {
    Set<String> targets =
        context
            .newTerser()
            .getAllPopulatedChildElementsOfType(resource, IBaseReference.class)
            .stream()
            .map(reference -> reference.getReferenceElement().getIdPart())
            .collect(Collectors.toSet());
    boolean match =
        ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.get(resource)
            != BundleEntrySearchModeEnum.INCLUDE;
    return new Linked(resource.getIdElement().getIdPart(), match, targets);
  }
}
