package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** A review of the course by its prescriber, as an Encounter. */
final class ReviewRecord {
  static final int MINUTES = 25;

  private ReviewRecord() {}

  static void addTo(
      SubmissionDraft draft,
      Enrolment enrolment,
      String key,
      Reference patient,
      LocalDateTime start,
      boolean byVideo,
      String decision) {
    Clinic clinic = draft.clinic();
    Encounter review = new Encounter();
    review.addExtension(Vocabulary.extension("review-decision", new CodeType(decision)));
    Identifier identifier = draft.identifier("review", key);
    review.addIdentifier(identifier);
    review.setStatus(EncounterStatus.FINISHED);
    review.setClass_(
        new Coding()
            .setSystem(Vocabulary.TERMINOLOGY + "v3-ActCode")
            .setCode(byVideo ? "VR" : "AMB"));
    review.addType(Vocabulary.concept(Vocabulary.RECORD_KIND, "prescriber-review"));
    review.setSubject(patient);
    review.addEpisodeOfCare(enrolment.course());
    review.addParticipant().setIndividual(enrolment.prescriber().reference());
    review.setPeriod(
        new Period()
            .setStartElement(new DateTimeType(clinic.moment(start)))
            .setEndElement(new DateTimeType(clinic.moment(start.plusMinutes(MINUTES)))));
    review.setServiceProvider(new Reference(clinic.url()));
    draft.update(review, identifier);
  }
}
