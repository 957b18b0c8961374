package org.ketamineregistry.answer;

import org.ketamineregistry.privacy.QuestionRefused;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Questions that the lattice does not have, in the words of the registry's refusals. */
final class Refusals {
  private Refusals() {}

  static Refused of(QuestionRefused refused) {
    return Refused.because(
        switch (refused.reason()) {
          case UNKNOWN_INDICATOR -> ErrorCode.NOT_FOUND;
          case PERIOD_NOT_CLOSED -> ErrorCode.PERIOD_NOT_CLOSED;
          default -> ErrorCode.QUESTION_NOT_PUBLISHED;
        },
        refused.words());
  }
}
