package org.ketamineregistry.adapter.hl7v2;

import java.util.ArrayList;
import java.util.List;

/** Codes in the types CE and CWE, which may give a second code for the same. */
final class Coded {
  private static final int SECOND = 4;
  private static final int TO_SYSTEM = 2;

  private Coded() {}

  /** Each code of a field as configurations write it: {@code code^system}, or the code alone. */
  static List<String> keys(Line line, int field) {
    List<String> keys = new ArrayList<>();
    for (int component : List.of(1, SECOND)) {
      Reading code = line.at(field, component);
      if (code.isGiven()) {
        Reading system = line.at(field, component + TO_SYSTEM);
        keys.add(code.required() + (system.isGiven() ? '^' + system.required() : ""));
      }
    }
    return keys;
  }
}
