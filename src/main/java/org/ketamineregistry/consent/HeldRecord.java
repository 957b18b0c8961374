package org.ketamineregistry.consent;

/**
 * A record on file, as far as a decision needs it who may read it.
 *
 * @param kind what it is
 * @param safetyOnly whether it is held for drug safety alone (R14)
 */
public record HeldRecord(Kind kind, boolean safetyOnly) {

  /** What a record is. */
  public enum Kind {
    /** A clinic, a role in it, a trial: it tells of no patient. */
    ABOUT_NO_PERSON,
    PATIENT,
    /** The patient's own decision about sharing. */
    SHARING_CONSENT,
    ADVERSE_EVENT,
    /** Any other record of a patient, the consent to treatment among them. */
    OTHER
  }
}
