package org.ketamineregistry.adapter;

import java.io.IOException;

/** How far a run has come, kept so that it can go on after any end. */
public interface Standing {
  /**
   * Keeps how far it is.
   *
   * @param settled how many items are settled, from the first on without a gap
   * @param refusedBytes how much of the refused items belongs to them
   */
  void keep(long settled, long refusedBytes, Tally tally) throws IOException;

  /** Keeps nothing. */
  static Standing none() {
    return (settled, refusedBytes, tally) -> {};
  }
}
