package org.ketamineregistry.adapter.hl7v2;

import java.util.Map;
import org.ketamineregistry.adapter.hl7v2.Feed.PatientNumber;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * What is read of a person: the clinic's number, the year of birth, the sex, and a death (R10,
 * R13). No other field of PID is looked at, nor NK1, GT1, IN1 and their like.
 */
final class Persons {
  private static final int NUMBERS = 3;
  private static final int BORN = 7;
  private static final int SEX = 8;
  private static final int DIED = 29;
  private static final int IS_DEAD = 30;
  private static final int YEAR_DIGITS = 4;

  /** HL7's table 0001 in FHIR, after HL7's own concept map. */
  private static final Map<String, String> SEXES =
      Map.of("M", "male", "F", "female", "O", "other", "A", "other", "N", "other", "U", "unknown");

  private final Recording recording;

  Persons(Recording recording) {
    this.recording = recording;
  }

  /** The number by which the clinic knows the patient. */
  Reading key(Line pid) {
    PatientNumber wanted = recording.feed().patient();
    Reading found = Reading.nothing(pid.place().field(NUMBERS));
    for (int repetition = 1; repetition <= pid.repetitions(NUMBERS); repetition++) {
      Reading number = pid.at(NUMBERS, repetition, 1);
      boolean fits =
          pid.at(NUMBERS, repetition, 5).is(wanted.type())
              && (wanted.authority() == null
                  || pid.at(NUMBERS, repetition, 4).is(wanted.authority()));
      if (fits && number.isGiven()) {
        if (found.isGiven() && !number.is(found.required())) {
          return recording.refused(
              ErrorCode.VALUE_INVALID,
              number,
              "Two numbers are of the type that the configuration names; name the authority too.");
        }
        found = number;
      }
    }
    return recording.required(
        found, "a number of the type and the authority that the configuration has under 'patient'");
  }

  /** The person's own record. */
  void add(Line pid) {
    recording.add(
        "patient", key(pid), Map.of("sex", sex(pid), "born", born(pid), "died", died(pid)));
  }

  private Reading sex(Line pid) {
    Reading sex = pid.at(SEX);
    return !sex.isGiven() || SEXES.containsKey(sex.required())
        ? sex.map(SEXES::get)
        : recording.refused(
            ErrorCode.CODE_NOT_ALLOWED, sex, "It has to be one of M, F, O, U, A, N.");
  }

  /** Nothing behind the year is looked at again. */
  private Reading born(Line pid) {
    return recording.day(pid.at(BORN)).map(day -> day.substring(0, YEAR_DIGITS));
  }

  private Reading died(Line pid) {
    Reading when = recording.day(pid.at(DIED));
    Reading whether = pid.at(IS_DEAD);
    if (whether.is("N") && when.isGiven()) {
      return recording.refused(
          ErrorCode.VALUE_INVALID, whether, "It says that the patient lives, and PID-29 when not.");
    }
    return whether.is("Y")
        ? recording.required(when, "the date of death, since PID-30 is Y")
        : when;
  }
}
