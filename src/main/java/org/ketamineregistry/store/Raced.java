package org.ketamineregistry.store;

/**
 * Another submission changed in the meantime what this one was decided upon: nothing was written,
 * and the decision is to be made again.
 */
public final class Raced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Raced() {
    super("Another submission was faster", null, false, false);
  }
}
