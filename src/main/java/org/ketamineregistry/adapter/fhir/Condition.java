package org.ketamineregistry.adapter.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Which resources something is about.
 *
 * @param type of the resources
 * @param paths all of which have to be true
 */
record Condition(String type, List<Path> paths) {
  boolean holds(Resource resource) throws Unfit {
    if (!type.equals(resource.fhirType())) {
      return false;
    }
    for (Path path : paths) {
      if (!path.holds(resource)) {
        return false;
      }
    }
    return true;
  }

  List<String> origins() {
    return paths.stream().map(Path::origin).toList();
  }
}
