package org.ketamineregistry.privacy;

import java.util.Arrays;

/** How far a question comes from; the codes are those of the guide's IndicatorScopeCS. */
public enum Scope {
  OWN_REGISTRY("own-registry"),
  NETWORK("network"),
  PUBLIC("public");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether what may be asked from here may be asked from there too. */
  boolean reaches(Scope asker) {
    return asker.compareTo(this) <= 0;
  }

  static Scope of(String code) {
    return Arrays.stream(values())
        .filter(scope -> scope.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No scope is called " + code));
  }
}
