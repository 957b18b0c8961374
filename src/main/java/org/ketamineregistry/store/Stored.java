package org.ketamineregistry.store;

import java.util.List;
import org.ketamineregistry.refusal.Notice;

/** What became of an accepted submission. Only {@link Store} makes one. */
public final class Stored {
  private final Receipt receipt;
  private final List<Notice> notices;
  private final boolean repeated;

  Stored(Receipt receipt, List<Notice> notices, boolean repeated) {
    this.receipt = receipt;
    this.notices = List.copyOf(notices);
    this.repeated = repeated;
  }

  public Receipt receipt() {
    return receipt;
  }

  public List<Notice> notices() {
    return notices;
  }

  /** Whether the same submission was accepted before, so that nothing was made now. */
  public boolean repeated() {
    return repeated;
  }
}
