package org.ketamineregistry.access;

import java.util.Locale;

/** How far a permission goes. */
public enum Reach {
  /** It is denied. */
  NONE,
  /** What belongs to nobody: definitions, and questions about what the caller sends along. */
  ANY,
  /** What the caller's clinic submitted, and the clinic itself. */
  OWN,
  /** What every clinic submitted. */
  ALL;

  /** As the matrix says it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
