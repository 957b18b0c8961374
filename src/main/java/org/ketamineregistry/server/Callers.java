package org.ketamineregistry.server;

import jakarta.servlet.ServletRequest;
import org.ketamineregistry.access.Caller;

/** The caller of a request, as what looked at its token has found; nobody where nothing has. */
final class Callers {
  private static final String ATTRIBUTE = Callers.class.getName();

  private Callers() {}

  static void set(ServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static Caller of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Caller.nobody();
  }
}
