package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.ketamineregistry.store.PersonOnFile.Row;

/**
 * A person's adverse events with what they refer to, near and far: as much as is taken for drug
 * safety of a person whose records may not be held (R14), and what makes them whole.
 */
final class SafetyRecords {
  private final DaoRegistry daos;
  private final FhirContext context;

  SafetyRecords(DaoRegistry daos, FhirContext context) {
    this.daos = daos;
    this.context = context;
  }

  /** The ids of those among a person's records. */
  Set<String> among(List<Row> records) {
    Map<String, Row> byId =
        records.stream().collect(Collectors.toMap(Row::id, Function.identity()));
    Set<String> kept = new HashSet<>();
    Deque<Row> open =
        records.stream()
            .filter(row -> row.type().equals("AdverseEvent"))
            .collect(Collectors.toCollection(ArrayDeque::new));
    while (!open.isEmpty()) {
      Row row = open.remove();
      if (kept.add(row.id())) {
        targets(row).stream().map(byId::get).filter(Objects::nonNull).forEach(open::add);
      }
    }
    return kept;
  }

  private Set<String> targets(Row row) {
    IBaseResource resource =
        daos.getResourceDao(row.type())
            .read(new IdType(row.type(), row.id()), SystemRequestDetails.forAllPartitions());
    return context
        .newTerser()
        .getAllPopulatedChildElementsOfType(resource, IBaseReference.class)
        .stream()
        .map(reference -> reference.getReferenceElement().getIdPart())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
