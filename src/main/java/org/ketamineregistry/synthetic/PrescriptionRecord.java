package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What a prescriber orders for the home, on which a supply is handed over. */
final class PrescriptionRecord {
  private static final int MINUTES_BEFORE_LEAVING = 10;

  private PrescriptionRecord() {}

  /**
   * Adds a prescription; answers how to refer to it.
   *
   * @param dose of one taking
   * @param quantity of the whole supply, for {@code days}
   */
  static Reference addTo(
      SubmissionDraft draft,
      Enrolment enrolment,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Quantity dose,
      Quantity quantity,
      int days) {
    MedicationRequest order = new MedicationRequest();
    order.addExtension(Vocabulary.extension("treatment-course", enrolment.course()));
    Identifier identifier = draft.identifier("prescription", key);
    order.addIdentifier(identifier);
    order.setStatus(MedicationRequestStatus.COMPLETED);
    order.setIntent(MedicationRequestIntent.ORDER);
    order.addCategory(
        Vocabulary.concept(Vocabulary.TERMINOLOGY + "medicationrequest-category", "community"));
    order.setMedication(Product.code(session.regimen()));
    order.setSubject(patient);
    order.setEncounter(encounter);
    LocalDateTime written = session.departure().minusMinutes(MINUTES_BEFORE_LEAVING);
    order.setAuthoredOnElement(new DateTimeType(draft.clinic().moment(written)));
    order.setRequester(enrolment.prescriber().reference());
    order.addDosageInstruction(dosage(session.regimen(), dose));
    order.setDispenseRequest(supply(quantity, days));
    return draft.update(order, identifier);
  }

  private static Dosage dosage(Regimen regimen, Quantity dose) {
    Dosage dosage = new Dosage();
    dosage.setRoute(Vocabulary.concept(regimen.routeSystem(), regimen.routeCode()));
    dosage.addDoseAndRate().setDose(dose);
    return dosage;
  }

  private static MedicationRequestDispenseRequestComponent supply(Quantity quantity, int days) {
    Duration duration = new Duration();
    duration.setValue(days).setUnit("d").setSystem(Vocabulary.UCUM).setCode("d");
    return new MedicationRequestDispenseRequestComponent()
        .setNumberOfRepeatsAllowed(0)
        .setQuantity(quantity)
        .setExpectedSupplyDuration(duration);
  }
}
