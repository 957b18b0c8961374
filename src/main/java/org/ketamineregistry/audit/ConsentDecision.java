package org.ketamineregistry.audit;

import java.util.Locale;

/** What was decided about holding a submission, by lawful basis and the patient's decision. */
public enum ConsentDecision {
  PERMITTED,
  /** At least one record of it is held for drug safety alone (R14). */
  SAFETY_ONLY,
  REFUSED;

  /** The decision as the log writes it, for example {@code safety-only}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
