package org.ketamineregistry.adapter.hl7v2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an observation of a message is for the registry.
 *
 * @param kind which record it goes into
 * @param code of a depression score the scale, of liver function the test
 * @param recallDays of a depression score: how many days its questions are about
 */
record Observed(Kind kind, @Nullable String code, @Nullable String recallDays) {
  /** The kinds, named as the configuration names them. */
  enum Kind {
    SYSTOLIC,
    DIASTOLIC,
    BODY_WEIGHT,
    HEART_RATE,
    OXYGEN_SATURATION,
    DEPRESSION_SCORE,
    /** A test of a laboratory, with its upper limit of normal in OBX-7. */
    LIVER_FUNCTION,
    /** In an RAS message: when the patient was found fit to leave, in OBX-5. */
    FIT_TO_LEAVE;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Observed of(Kind kind) {
    return new Observed(kind, null, null);
  }
}
