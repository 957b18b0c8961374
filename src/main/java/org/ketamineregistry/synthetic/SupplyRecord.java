package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Reference;

/** Oral or sublingual ketamine that a patient takes home. */
final class SupplyRecord {
  private SupplyRecord() {}

  static void addTo(
      SubmissionDraft draft,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Dice dice) {
    LocalDateTime handedOver = session.departure();
    int weeks = dice.between(1, 2) * 2;
    boolean generous = dice.chance(0.04); // more than a practice rule allows
    int doses = weeks * (generous ? 7 : 2);
    MedicationDispense supply = new MedicationDispense();
    Identifier identifier = draft.identifier("supply", key);
    supply.addIdentifier(identifier);
    supply.setStatus(MedicationDispenseStatus.COMPLETED);
    supply.setMedication(
        dice.chance(0.4)
            ? Product.withLot(supply, session.regimen(), handedOver.getYear(), dice)
            : Product.code(session.regimen()));
    supply.setSubject(patient);
    supply.setContext(encounter);
    supply.setQuantity(Vocabulary.quantity(session.given().milligrams() * doses, "mg"));
    supply.setDaysSupply(Vocabulary.quantity(weeks * 7, "d"));
    supply.setWhenHandedOverElement(new DateTimeType(draft.clinic().moment(handedOver)));
    supply
        .addDosageInstruction()
        .setRoute(
            Vocabulary.concept(session.regimen().routeSystem(), session.regimen().routeCode()))
        .addDoseAndRate()
        .setDose(Vocabulary.quantity(session.given().milligrams(), "mg"));
    draft.update(supply, identifier);
  }
}
