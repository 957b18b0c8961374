package org.ketamineregistry.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a steward decides about a finding: the codes of the guide's code system {@code
 * finding-decision-cs} (R1, R12).
 */
public enum FindingDecision {
  CLINIC_ASKED,
  EXPLAINED,
  AGREED_CHANGE,
  RECORDS_WRONG,
  PASSED_ON,
  /** An earlier decision no longer holds. */
  REOPENED;

  /** The code, for example {@code clinic-asked}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The decision with a code. */
  public static Optional<FindingDecision> coded(String code) {
    return Arrays.stream(values()).filter(decision -> decision.code().equals(code)).findFirst();
  }
}
