package org.ketamineregistry.adapter;

import java.io.Closeable;
import java.io.IOException;

/** A file of refused items, in the source's own form. There is none where no item is refused. */
public interface RefusedFile<T> extends Refusals<T>, Closeable {
  /**
   * Goes on with the file of an earlier run.
   *
   * @param bytes how much of it counts; where nothing does, a file that is there was only begun
   * @throws IOException where it is not there any more
   */
  void goOn(long bytes) throws IOException;

  /** Whether an item was refused. */
  boolean isThere();
}
