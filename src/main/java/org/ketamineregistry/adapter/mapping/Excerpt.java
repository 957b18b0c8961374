package org.ketamineregistry.adapter.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What a field, or a part of a key, is read from: some cells of a row, some elements of a resource.
 *
 * @param <I> the items of the source
 */
public interface Excerpt<I> {
  /**
   * Reads it.
   *
   * @return empty where nothing is said
   * @throws Unfit where it is not what the mapping says
   */
  Optional<String> read(I item) throws Unfit;

  /** Where it is, for faults; nowhere for what the mapping says itself of every item. */
  List<String> origins();
}
