package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Hands transactions to a registry, and tells what became of each. */
public interface Delivery {
  /** What became of a transaction. */
  enum Outcome {
    /** Records were made or changed. */
    ACCEPTED,
    /** The registry has all of it already. */
    UNCHANGED,
    /** Nothing of it was kept. */
    REFUSED
  }

  /**
   * The registry's answer.
   *
   * @param faults why it was refused, each with a code of {@code docs/errors.md}; empty otherwise
   */
  record Answer(Outcome outcome, List<Fault> faults) {
    public Answer {
      faults = List.copyOf(faults);
    }
  }

  /** There is no registry that could be spoken to; what was accepted until then stays. */
  final class Unreachable extends Exception {
    private static final long serialVersionUID = 1;

    public Unreachable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /**
   * Sends a transaction and waits for what becomes of it. A registry that is busy or away is tried
   * again for a while.
   *
   * @throws Unreachable where it makes no sense to go on
   */
  Answer send(ObjectNode bundle) throws Unreachable, InterruptedException;
}
