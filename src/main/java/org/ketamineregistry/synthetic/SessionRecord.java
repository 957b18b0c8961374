package org.ketamineregistry.synthetic;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;

/** A session as an Encounter, from arrival to departure. */
final class SessionRecord {
  private SessionRecord() {}

  static Reference addTo(
      SubmissionDraft draft, Session session, String key, Reference patient, Reference course) {
    Clinic clinic = draft.clinic();
    Encounter encounter = new Encounter();
    encounter.addExtension(
        Vocabulary.extension("session-number", new PositiveIntType(session.number())));
    if (session.wholeRecord()) {
      encounter.addExtension(
          Vocabulary.extension(
              "fit-to-leave", new DateTimeType(clinic.moment(session.fitToLeave()))));
    }
    Identifier identifier = draft.identifier("session", key);
    encounter.addIdentifier(identifier);
    encounter.setStatus(EncounterStatus.FINISHED);
    encounter.setClass_(
        new Coding().setSystem(Vocabulary.TERMINOLOGY + "v3-ActCode").setCode("AMB"));
    encounter.addType(Vocabulary.concept(Vocabulary.RECORD_KIND, "ketamine-session"));
    encounter.setSubject(patient);
    encounter.addEpisodeOfCare(course);
    encounter.setServiceProvider(new Reference(clinic.url()));
    encounter.setPeriod(
        new Period()
            .setStartElement(new DateTimeType(clinic.moment(session.arrival())))
            .setEndElement(new DateTimeType(clinic.moment(session.departure()))));
    return draft.create(encounter, identifier);
  }
}
