package org.ketamineregistry.adapter.fhir;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Elements of a resource, and how they are read.
 *
 * @param path null for what is the same in every resource
 */
record Elements(@Nullable Path path, ElementReading reading) {
  Optional<String> read(ElementReading.Around around) throws Unfit {
    return reading.read(path == null ? List.of() : path.find(around.resource()), around);
  }

  /** Where it is, for faults; what is the same everywhere stands in the mapping. */
  String origin(String place) {
    return path == null ? "the mapping's " + place : path.origin();
  }
}
