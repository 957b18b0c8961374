package org.ketamineregistry.server;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Refused;

/** What is known of a request's place in the audit, while it is answered. */
final class Footprint {
  private static final String ATTRIBUTE = Footprint.class.getName();

  private boolean settled;
  private @Nullable String refusal;

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

  /** The request is refused, and nothing has been appended yet. */
  void refused(Refused because) {
    int status = because.status();
    because.problems().stream()
        .map(problem -> problem.code())
        .filter(code -> code.status() == status)
        .findFirst()
        .ifPresent(code -> refusal = code.code());
    settled = false;
  }

  /** The stable code of the refusal; null where it was not refused, or by a bare status. */
  @Nullable String refusal() {
    return refusal;
  }
}
