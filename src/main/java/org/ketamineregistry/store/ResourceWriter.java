package org.ketamineregistry.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Writes resources through HAPI, within the transaction that is open. */
final class ResourceWriter {
  private final DaoRegistry daos;
  private final TransactionDetails transaction = new TransactionDetails();
  private final SystemRequestDetails request;
  private final Map<String, FlatResource> written = new LinkedHashMap<>();

  /**
   * @param partition of the owner of all that is written
   */
  ResourceWriter(DaoRegistry daos, RequestPartitionId partition) {
    this.daos = daos;
    request = SystemRequestDetails.forRequestPartitionId(partition);
  }

  /** Stores a new resource under an id that the registry has chosen. */
  Written create(Resource resource, String id, @Nullable String profile) {
    describe(resource, profile);
    resource.setId((String) null);
    resource.setUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED_VALUE, id);
    DaoMethodOutcome outcome = dao(resource).create(resource, null, true, request, transaction);
    return written(resource, Written.of(outcome, true));
  }

  /**
   * Stores a new version.
   *
   * @param ifMatch the version that it replaces; null for whichever is current
   */
  Written update(Resource resource, String id, @Nullable String ifMatch, @Nullable String profile) {
    describe(resource, profile);
    resource.setId(new IdType(resource.fhirType(), id, ifMatch));
    DaoMethodOutcome outcome =
        dao(resource).update(resource, null, true, false, request, transaction);
    return written(resource, Written.of(outcome, false));
  }

  /** All that was written, as it is current now, for the flat tables. */
  Collection<FlatResource> written() {
    return written.values();
  }

  private Written written(Resource resource, Written done) {
    FlatResource before = written.get(done.id());
    boolean isNew = before == null ? done.effect() == Written.Effect.CREATED : before.isNew();
    written.put(done.id(), new FlatResource(resource, done.version(), isNew));
    return done;
  }

  /** The current version of a resource that is stored. */
  <T extends Resource> T current(Class<T> type, String id) {
    return daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), request);
  }

  /** What a sender says in meta is not kept: the registry itself says which profile is met. */
  private static void describe(Resource resource, @Nullable String profile) {
    var meta = new Meta();
    if (profile != null) {
      meta.addProfile(profile);
    }
    resource.setMeta(meta);
  }

  @SuppressWarnings("unchecked") // The registry of DAOs has for each type the DAO of that type.
  private IFhirResourceDao<Resource> dao(Resource resource) {
    return (IFhirResourceDao<Resource>) daos.getResourceDao(resource.fhirType());
  }
}
