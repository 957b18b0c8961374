package org.ketamineregistry.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules that the registry can evaluate; the codes are those of the guide. */
public enum Rule {
  TREATMENT_CONSENT_MISSING(
      "high", "No consent to the treatment is on record for this dose (R4, R16)."),
  TREATMENT_CONSENT_LATE(
      "high", "The consent to the treatment is dated after the dose (R15, R16)."),
  REFLECTION_INTERVAL_SHORT(
      "moderate",
      "The time between consultation and first dose is shorter than the interval for reflection"
          + " (R15)."),
  CAPACITY_NOT_ASSESSED("high", "Capacity was not assessed on the date of the decision (R16)."),
  CAPACITY_LACKING("high", "The patient lacked capacity on the date of the decision (R16)."),
  CONSENT_NOT_WRITTEN(
      "moderate", "The consent is not in writing, which the jurisdiction asks for (R5)."),
  INFORMATION_SHEET_MISSING("low", "The consent names no information sheet (R6)."),
  INFORMATION_SHEET_OUTDATED(
      "low",
      "The consent names another information sheet than the one that was current on its date"
          + " (R6)."),
  OPTIONS_NOT_DISCUSSED(
      "moderate", "Licensed options were not discussed, or it is not recorded (R4)."),
  ACCREDITATION_LAPSED(
      "high", "The clinic had no accreditation in force on the day of the dose (R11)."),
  CONTRAINDICATION_PRESENT(
      "high", "The dose was given in spite of a condition that is a contraindication (S3)."),
  DOSE_ABOVE_LIMIT("high", "The dose is above the limit for its substance and route (R18, R23)."),
  DOSE_ESCALATING(
      "moderate", "The dose has risen over the first of the course by more than the limit (R25)."),
  DOSING_FREQUENCY_HIGH(
      "high",
      "More doses were given or supplied within the period than the limit for their route (R18,"
          + " R23, R25)."),
  SESSION_INTERVAL_SHORT(
      "moderate",
      "The time since the session before is shorter than the interval between sessions (R18,"
          + " R25)."),
  MONITORING_INCOMPLETE(
      "moderate", "A measurement that the jurisdiction requires around a dose is missing (R8)."),
  STAY_SHORT(
      "moderate", "The session ended before the patient was watched for the time required (R8)."),
  FIT_TO_LEAVE_MISSING(
      "moderate", "The session does not say when the patient was judged fit to leave (R8)."),
  ADMINISTRATION_NOT_OBSERVED("moderate", "The dose was not directly observed (R18)."),
  TAKE_HOME_ABOVE_LIMIT("high", "The quantity to take home is above the limit for its route (R2)."),
  COURSE_LONG("low", "Doses are given for longer than a course may last (R18)."),
  REVIEW_OVERDUE(
      "moderate",
      "The prescriber has not reviewed the course within the longest interval (R3, R18)."),
  SUICIDALITY_FOLLOW_UP_OVERDUE(
      "high", "Suicidality has not been assessed in time after a response to treatment (R21)."),
  FOLLOW_UP_MISSING(
      "moderate", "An assessment that was due after the last dose of the course is missing (S1)."),
  EVENT_REPORTED_LATE(
      "moderate", "The adverse event reached the registry after the deadline for its class (R14)."),
  SESSION_REPORTED_LATE(
      "low", "The session reached the registry after the deadline for sessions (R7).");

  private final String severity;
  private final String meaning;

  Rule(String severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** The code in the guide's practice rules, for example {@code dose-above-limit}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The severity of a finding: high, moderate or low, as {@code DetectedIssue} has it. */
  public String severity() {
    return severity;
  }

  /** What a finding of this rule means, with the requirements that it serves. */
  public String meaning() {
    return meaning;
  }

  public static Optional<Rule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }
}
