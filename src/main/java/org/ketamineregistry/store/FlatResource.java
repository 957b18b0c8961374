package org.ketamineregistry.store;

import org.hl7.fhir.r4.model.Resource;

/**
 * A resource of which rows are made.
 *
 * @param resource with its id
 * @param version that is current
 * @param isNew whether no rows can be held of it yet
 */
record FlatResource(Resource resource, String version, boolean isNew) {

  String id() {
    return resource.getIdElement().getIdPart();
  }
}
