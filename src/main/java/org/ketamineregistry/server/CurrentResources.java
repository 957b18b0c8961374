package org.ketamineregistry.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Reads back what a sender has just written. */
@Component
final class CurrentResources {
  private final DaoRegistry daos;

  CurrentResources(DaoRegistry daos) {
    this.daos = daos;
  }

  /** The resource at {@code Type/id}, with or without a version. */
  Resource at(String location) {
    var id = new IdType(location);
    return (Resource)
        daos.getResourceDao(id.getResourceType()).read(id, SystemRequestDetails.forAllPartitions());
  }
}
