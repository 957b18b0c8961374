package org.ketamineregistry.adapter.fhir;

import java.util.List;
import org.ketamineregistry.adapter.mapping.Condition;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Which resources something is about.
 *
 * @param type of the resources
 * @param paths all of which have to be true
 */
record ResourceCondition(String type, List<Path> paths)
    implements Condition<ElementReading.Around> {
  @Override
  public boolean holds(ElementReading.Around around) throws Unfit {
    if (!type.equals(around.resource().fhirType())) {
      return false;
    }
    for (Path path : paths) {
      if (!path.holds(around.resource())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> origins() {
    return paths.stream().map(Path::origin).toList();
  }
}
