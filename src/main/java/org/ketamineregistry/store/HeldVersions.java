package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads versions of records through HAPI, many in one query. It asks nobody's permission. */
final class HeldVersions {
  private static final String VERSIONS =
      """
      SELECT DISTINCT v FROM ResourceHistoryTable v JOIN FETCH v.myResourceTable
      LEFT JOIN FETCH v.myTags g LEFT JOIN FETCH g.myTag WHERE v.myId.myVersionId IN (:keys)
      """;

  private final EntityManager entities;
  private final IJpaStorageResourceParser parser;
  private final TransactionTemplate transaction;

  HeldVersions(
      EntityManager entities, IJpaStorageResourceParser parser, TransactionTemplate transaction) {
    this.entities = entities;
    this.parser = parser;
    this.transaction = transaction;
  }

  /** The resources in the order of the versions; without those that are gone meanwhile. */
  List<Resource> read(List<HeldVersion> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return Objects.requireNonNull(transaction.execute(status -> readNow(wanted)));
  }

  private List<Resource> readNow(List<HeldVersion> wanted) {
    Map<Long, ResourceHistoryTable> found =
        entities
            .createQuery(VERSIONS, ResourceHistoryTable.class)
            .setParameter("keys", wanted.stream().map(HeldVersion::key).toList())
            .getResultStream()
            .collect(Collectors.toMap(version -> version.getId().getId(), Function.identity()));
    List<Resource> resources =
        wanted.stream()
            .flatMap(version -> Optional.ofNullable(found.get(version.key())).stream())
            .map(version -> (Resource) parser.toResource(version, true))
            .toList();
    entities.clear(); // A file has thousands of pages.
    return resources;
  }
}
