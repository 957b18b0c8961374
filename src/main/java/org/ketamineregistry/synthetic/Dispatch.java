package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.Bundle;

/**
 * A submission with the moment at which it was sent, by which a patient's submissions are put in
 * order.
 */
record Dispatch(LocalDateTime sent, Submission.Kind kind, Bundle bundle) {

  static Dispatch of(SubmissionDraft draft, Submission.Kind kind, LocalDateTime sent) {
    return new Dispatch(sent, kind, draft.sentAt(sent));
  }
}
