package org.ketamineregistry.adapter;

import java.io.IOException;
import java.util.List;

/** Keeps refused items in the source's own format, to be corrected and brought again. */
public interface Refusals<T> {
  /** Adds an item with what is wrong with it. */
  void add(T raw, List<Fault> faults) throws IOException;

  /**
   * Makes durable what was added.
   *
   * @return how many bytes that is, from which a later run can go on
   */
  long settled() throws IOException;

  /** Keeps nothing. */
  static <T> Refusals<T> none() {
    return new Refusals<>() {
      @Override
      public void add(T raw, List<Fault> faults) {}

      @Override
      public long settled() {
        return 0;
      }
    };
  }
}
