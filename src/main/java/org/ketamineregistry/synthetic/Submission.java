package org.ketamineregistry.synthetic;

import java.util.Locale;
import org.hl7.fhir.r4.model.Resource;

/**
 * One thing that a clinic sends.
 *
 * @param folder the folder that keeps the order of what belongs together: one a patient, one for
 *     all clinics
 * @param number counted from 1 within the folder
 * @param clinic the registry's identifier of the clinic that it is about, such as {@code GB-0001}
 * @param content a transaction Bundle, or the Organization by which a clinic registers
 */
public record Submission(String folder, int number, Kind kind, String clinic, Resource content) {

  /** What a submission is about. */
  public enum Kind {
    /** A clinic makes itself known. */
    CLINIC,
    /** The first submission of a patient: course, consents and scores before treatment. */
    CONSULTATION,
    /** A treatment consent that was given only after treatment had begun. */
    CONSENT,
    /** One session with its monitoring. */
    SESSION,
    /** A review of the course by its prescriber. */
    REVIEW,
    /** Scores between and after sessions; the last ends the course. */
    FOLLOW_UP,
    /** A patient lets the registry hold nothing: their objection and no more. */
    OBJECTION,
    /** A patient withdraws what they had permitted. */
    WITHDRAWAL
  }

  /** The place of the submission in a folder of files, without the ending of a format. */
  public String path() {
    return kind == Kind.CLINIC
        ? String.format(Locale.ROOT, "%s/%04d", folder, number)
        : String.format(
            Locale.ROOT,
            "%s/%02d-%s",
            folder,
            number,
            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
