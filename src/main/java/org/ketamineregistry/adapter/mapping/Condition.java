package org.ketamineregistry.adapter.mapping;

import java.util.List;

/**
 * Which items something is about.
 *
 * @param <I> the items of the source
 */
public interface Condition<I> {
  /**
   * Whether it is about an item.
   *
   * @throws Unfit where that cannot be told
   */
  boolean holds(I item) throws Unfit;

  /** Where it looks, for faults. */
  List<String> origins();
}
