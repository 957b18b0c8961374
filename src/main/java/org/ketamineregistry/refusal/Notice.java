package org.ketamineregistry.refusal;

import org.jspecify.annotations.Nullable;

/**
 * Something that the sender of an accepted submission should know.
 *
 * @param code a stable code, listed in {@code docs/errors.md}
 * @param expression a FHIRPath expression that leads to the element; null where there is none
 * @param message what the registry did or found, and what the sender may do
 */
public record Notice(Code code, @Nullable String expression, String message) {

  /** The stable codes of notices. */
  public enum Code {
    /** The narrative was not kept: it is free text, which may name a patient. */
    NARRATIVE_DROPPED,
    /** A verdict on something that nobody can submit like this. */
    NOT_SUBMITTED,
    /** A claimed profile is not known here and was not checked. */
    PROFILE_UNKNOWN,
    /** The patient has no registry pseudonym and may be counted more than once. */
    PATIENT_NOT_LINKED,
    /** A rule of good practice is not met; the record is kept and the finding too. */
    PRACTICE_FINDING,
    /** The record is marked as one that should not exist; it counts no more. */
    RECORD_TAKEN_BACK,
    /** Where the receipt of the submission is. */
    RECEIPT,
    /** The same submission was accepted before; nothing was made again. */
    REPEATED,
    /** The same submission was accepted before, and a record of it was changed since. */
    SUPERSEDED,
    /** All of it was on record as it is; no version was made. */
    UNCHANGED;

    /** The code as it is written in an outcome, for example {@code narrative-dropped}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
