package org.ketamineregistry.synthetic;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Patient;

/** Makes a good session bundle bad, to show what a registry says about one. */
final class FaultyBundle {
  private FaultyBundle() {}

  static Bundle of(Bundle bundle) {
    Bundle faulty = bundle.copy();
    for (BundleEntryComponent entry : faulty.getEntry()) {
      if (entry.getResource() instanceof Patient patient) {
        patient.addName().setFamily("Doe").addGiven("Jane");
      }
      if (entry.getResource() instanceof MedicationAdministration administration) {
        administration.setStatus(MedicationAdministrationStatus.STOPPED);
        administration
            .getExtension()
            .removeIf(extension -> extension.getUrl().endsWith("/stop-reason"));
        administration.getDosage().getDose().setValue(BigDecimal.valueOf(-35));
      }
    }
    return faulty;
  }
}
