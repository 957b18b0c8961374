package org.ketamineregistry.adapter;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where items come from, one after the other and always in the same order. */
public interface Source<T> {
  /**
   * The next item.
   *
   * @return null where there is none any more
   * @throws IOException where the source cannot be read on
   */
  @Nullable Item<T> next() throws IOException;

  /** Passes over the next item without making anything of it. */
  default void skip() throws IOException {
    next();
  }
}
