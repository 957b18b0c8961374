package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Oral or sublingual ketamine that a patient takes home. */
final class SupplyRecord {
  /** The share of supplies that exceed what a practice rule allows. */
  static final double GENEROUS = 0.04;

  private static final int DAYS = 14;

  private SupplyRecord() {}

  /**
   * From the sixth session on, when sessions lie weeks apart, some patients bridge the time at
   * home.
   */
  static boolean isDue(Session session, Dice dice) {
    return session.regimen().suppliedForHome() && session.number() >= 6 && dice.chance(0.6);
  }

  static void addTo(
      SubmissionDraft draft,
      Enrolment enrolment,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Dice dice) {
    LocalDateTime handedOver = session.departure();
    Quantity dose = Vocabulary.quantity(session.given().milligrams() / 2, "mg");
    int doses = dice.chance(GENEROUS) ? 40 : dice.between(3, 4);
    Quantity quantity = Vocabulary.quantity(dose.getValue().doubleValue() * doses, "mg");
    Reference prescription =
        PrescriptionRecord.addTo(
            draft, enrolment, session, key, patient, encounter, dose.copy(), quantity.copy(), DAYS);
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
    supply.addAuthorizingPrescription(prescription);
    supply.setQuantity(quantity);
    supply.setDaysSupply(Vocabulary.quantity(DAYS, "d"));
    supply.setWhenHandedOverElement(new DateTimeType(draft.clinic().moment(handedOver)));
    supply
        .addDosageInstruction()
        .setRoute(
            Vocabulary.concept(session.regimen().routeSystem(), session.regimen().routeCode()))
        .addDoseAndRate()
        .setDose(dose);
    draft.update(supply, identifier);
  }
}
