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
      "The time between consultation and first dose is shorter than the interval for reflection (R15)."),
  CAPACITY_NOT_ASSESSED("high", "Capacity was not assessed on the date of the decision (R16)."),
  CAPACITY_LACKING("high", "The patient lacked capacity on the date of the decision (R16)."),
  CONSENT_NOT_WRITTEN(
      "moderate", "The consent is not in writing, which the jurisdiction asks for (R5)."),
  INFORMATION_SHEET_MISSING("low", "The consent names no information sheet (R6)."),
  OPTIONS_NOT_DISCUSSED(
      "moderate", "Licensed options were not discussed, or it is not recorded (R4)."),
  ACCREDITATION_LAPSED(
      "high", "The clinic had no accreditation in force on the day of the dose (R11)."),
  DOSE_ABOVE_LIMIT("high", "The dose is above the limit for its substance and route (R18, R23)."),
  SESSION_INTERVAL_SHORT(
      "moderate",
      "The time since the dose before is shorter than the interval between doses (R18, R25)."),
  MONITORING_INCOMPLETE(
      "moderate", "A measurement that the jurisdiction requires around a dose is missing (R8)."),
  ADMINISTRATION_NOT_OBSERVED("moderate", "The dose was not directly observed (R18)."),
  TAKE_HOME_ABOVE_LIMIT("high", "The quantity to take home is above the limit for its route (R2).");

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
