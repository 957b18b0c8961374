package org.ketamineregistry.adapter.hl7v2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an observation of a message is for the registry.
 *
 * @param kind which record it goes into
 * @param instrument of a depression score: the scale
 * @param recallDays of a depression score: how many days its questions are about
 */
record Observed(Kind kind, @Nullable String instrument, @Nullable String recallDays) {
  /** The kinds, named as the configuration names them. */
  enum Kind {
    SYSTOLIC,
    DIASTOLIC,
    BODY_WEIGHT,
    DEPRESSION_SCORE,
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
