package org.ketamineregistry.synthetic;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** What was given in a session. */
final class AdministrationRecord {
  private AdministrationRecord() {}

  static Reference addTo(
      SubmissionDraft draft,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Dice dice) {
    MedicationAdministration record = new MedicationAdministration();
    String stopReason = session.stopReason();
    if (stopReason != null) {
      record.addExtension(
          Vocabulary.extension("stop-reason", Vocabulary.own("stop-reason-cs", stopReason)));
    }
    record.addExtension(
        Vocabulary.extension("directly-observed", new BooleanType(session.observed())));
    Identifier identifier = draft.identifier("administration", key);
    record.addIdentifier(identifier);
    record.setStatus(
        session.stopped()
            ? MedicationAdministrationStatus.STOPPED
            : MedicationAdministrationStatus.COMPLETED);
    boolean lotNoted = dice.chance(session.regimen() == Regimen.NASAL_ESKETAMINE ? 0.9 : 0.45);
    record.setMedication(
        lotNoted
            ? Product.withLot(record, session.regimen(), session.arrival().getYear(), dice)
            : Product.code(session.regimen()));
    record.setSubject(patient);
    record.setContext(encounter);
    record.setEffective(
        new Period()
            .setStartElement(new DateTimeType(draft.clinic().moment(session.doseStart())))
            .setEndElement(new DateTimeType(draft.clinic().moment(session.doseEnd()))));
    record.setDosage(dosage(session));
    return draft.update(record, identifier);
  }

  private static MedicationAdministrationDosageComponent dosage(Session session) {
    Regimen regimen = session.regimen();
    MedicationAdministrationDosageComponent dosage = new MedicationAdministrationDosageComponent();
    dosage.setRoute(Vocabulary.concept(regimen.routeSystem(), regimen.routeCode()));
    dosage.setDose(Vocabulary.quantity(session.given().milligrams(), "mg"));
    if (regimen.infused()) {
      dosage.setRate(Vocabulary.quantity(session.given().milligramsPerHour(), "mg/h"));
    }
    return dosage;
  }
}
