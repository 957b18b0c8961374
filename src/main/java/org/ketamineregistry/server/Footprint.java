package org.ketamineregistry.server;

import jakarta.servlet.ServletRequest;

/** Whether a request has left its entry in the audit, while it is answered. */
final class Footprint {
  private static final String ATTRIBUTE = Footprint.class.getName();

  private boolean settled;

  private Footprint() {}

  /** The footprint of a request, whichever wrapper of it is at hand. */
  static Footprint of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Footprint known) {
      return known;
    }
    var made = new Footprint();
    request.setAttribute(ATTRIBUTE, made);
    return made;
  }

  /** An entry has been appended, or the answer is public and needs none. */
  void settle() {
    settled = true;
  }

  boolean isSettled() {
    return settled;
  }
}
