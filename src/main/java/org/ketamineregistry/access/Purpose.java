package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a caller wants the data for: codes of HL7's purposes of use (code system {@code
 * http://terminology.hl7.org/CodeSystem/v3-ActReason}).
 */
public enum Purpose {
  /** A clinic treats the patient. */
  TREATMENT("TREAT"),
  /** The registry's own work: safety and efficacy of repeated doses (R7). */
  PUBLIC_HEALTH("PUBHLTH"),
  /** Drug safety: what is kept for it alone is read for it alone (R14). */
  PATIENT_SAFETY("PATSFTY"),
  /** Approved research with records, where the patient permits it. */
  RESEARCH("HRESCH"),
  /** Keeping the registry itself: clinics, audit, receipts. */
  ADMINISTRATION("HSYSADMIN");

  static final String SCOPE = "purpose/";

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  /** The code of HL7. */
  public String code() {
    return code;
  }

  /** The scope by which a token says it, for example {@code purpose/TREAT}. */
  public String scope() {
    return SCOPE + code;
  }

  /** The purpose with a code. */
  public static Optional<Purpose> coded(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }
}
