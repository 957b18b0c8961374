package org.ketamineregistry.adapter.hl7v2;

import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.refusal.ErrorCode;

/** A message that is rejected as it is (AR): nothing of it was mapped. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  Unreadable(ErrorCode code, String origin, String text) {
    super(code.code());
    this.fault = Fault.of(code, origin, text);
  }

  Fault fault() {
    return fault;
  }
}
