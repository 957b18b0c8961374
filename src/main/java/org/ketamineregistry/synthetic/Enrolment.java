package org.ketamineregistry.synthetic;

import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * A person as one clinic knows them. Somebody who attends two clinics is enrolled twice, under two
 * clinic pseudonyms and one registry pseudonym.
 *
 * @param key stands in the identifiers of every record of this enrolment
 */
record Enrolment(Person person, Clinic clinic, String key) {

  static Enrolment draw(Person person, Clinic clinic, Dice dice) {
    return new Enrolment(person, clinic, dice.hex(14));
  }

  /** The pseudonym carries the clinic's identifier, so no two clinics ever use the same one. */
  Identifier pseudonym() {
    return Vocabulary.identifier(Vocabulary.CLINIC_PSEUDONYM, clinic.identifier() + "." + key);
  }

  /**
   * Adds the patient to a submission, which creates them with the first submission that arrives.
   */
  Reference addTo(SubmissionDraft draft) {
    Patient patient = new Patient();
    if (person.registryPseudonym() != null) {
      patient.addIdentifier(
          Vocabulary.identifier(Vocabulary.REGISTRY_PSEUDONYM, person.registryPseudonym()));
    }
    patient.addIdentifier(pseudonym());
    patient.setGender(person.gender());
    patient.setBirthDateElement(new DateType(Integer.toString(person.birthYear())));
    patient.setManagingOrganization(new Reference(clinic.url()));
    return draft.create(patient, pseudonym());
  }

  /** The identifier of the enrolment's treatment course. */
  Identifier courseIdentifier() {
    return Vocabulary.identifier(clinic.system("treatment-course"), key + "-course");
  }

  /** How a submission that does not carry the course refers to it. */
  Reference course() {
    Identifier identifier = courseIdentifier();
    return new Reference(
        "EpisodeOfCare?identifier=" + identifier.getSystem() + "|" + identifier.getValue());
  }

  /** Who prescribes for this patient and reviews the course. */
  Prescriber prescriber() {
    return Prescriber.of(clinic, key);
  }

  /** The scale that this clinic uses from week to week. */
  Instrument weeklyScale() {
    return clinic.hamilton() ? Instrument.HAM_D : Instrument.QIDS;
  }
}
