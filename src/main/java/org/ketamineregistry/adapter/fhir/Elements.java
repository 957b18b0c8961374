package org.ketamineregistry.adapter.fhir;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Excerpt;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * Elements of a resource, and how they are read.
 *
 * @param path null for what is the same in every resource
 */
record Elements(@Nullable Path path, ElementReading reading)
    implements Excerpt<ElementReading.Around> {
  @Override
  public Optional<String> read(ElementReading.Around around) throws Unfit {
    return reading.read(path == null ? List.of() : path.find(around.resource()), around);
  }

  @Override
  public List<String> origins() {
    return path == null ? List.of() : List.of(path.origin());
  }
}
