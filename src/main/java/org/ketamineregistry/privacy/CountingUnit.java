package org.ketamineregistry.privacy;

import java.util.Arrays;

/** What a population counts; the codes are those of the guide's CountingUnitCS. */
public enum CountingUnit {
  PATIENT("patient"),
  COURSE("course"),
  SESSION("session"),
  ADMINISTRATION("administration"),
  ADVERSE_EVENT("adverse-event"),
  SCORE("score");

  private final String code;

  CountingUnit(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * The unit of a code.
   *
   * @throws IllegalArgumentException where the guide has no such unit
   */
  public static CountingUnit of(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No counting unit is called " + code));
  }
}
