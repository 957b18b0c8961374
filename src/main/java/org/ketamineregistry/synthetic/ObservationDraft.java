package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Adds observations of one patient to a submission.
 *
 * @param key stands in the identifier of each
 * @param encounter the session, or null outside one
 */
record ObservationDraft(
    SubmissionDraft draft, String key, Reference patient, @Nullable Reference encounter) {

  Observation vital(String kind, Timing timing, LocalDateTime at, String system, String code) {
    return inSession("vital-signs", kind, timing, at, system, code);
  }

  Observation survey(String kind, Timing timing, LocalDateTime at, String system, String code) {
    return inSession("survey", kind, timing, at, system, code);
  }

  /** An observation that may be made outside a session. */
  Observation add(String category, String kind, LocalDateTime at, String system, String code) {
    Observation observation = new Observation();
    Identifier identifier = draft.identifier("observation", key + "-" + kind);
    observation.addIdentifier(identifier);
    observation.setStatus(ObservationStatus.FINAL);
    observation.addCategory(
        Vocabulary.concept(Vocabulary.TERMINOLOGY + "observation-category", category));
    observation.setCode(Vocabulary.concept(system, code));
    observation.setSubject(patient);
    if (encounter != null) {
      observation.setEncounter(encounter);
    }
    observation.setEffective(new DateTimeType(draft.clinic().moment(at)));
    draft.create(observation, identifier);
    return observation;
  }

  private Observation inSession(
      String category, String kind, Timing timing, LocalDateTime at, String system, String code) {
    Observation observation = add(category, kind + "-" + timing.code(), at, system, code);
    observation.addExtension(Vocabulary.extension("session-timing", new CodeType(timing.code())));
    return observation;
  }
}
