package org.ketamineregistry.synthetic;

import java.util.Locale;

/** When something was observed, seen from the dose. */
enum Timing {
  BEFORE,
  DURING,
  AFTER;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
