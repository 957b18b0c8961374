package org.ketamineregistry.synthetic;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;

/** The registration of a clinic, with its accreditation and the body that oversees it. */
final class ClinicRecord {
  private ClinicRecord() {}

  static Organization of(Clinic clinic) {
    Organization organization = new Organization();
    organization.addExtension(accreditation(clinic));
    organization.addExtension(oversight(clinic));
    organization.addIdentifier(Vocabulary.identifier(Vocabulary.CLINIC, clinic.identifier()));
    organization.setActive(true);
    organization.setName(clinic.name());
    organization.addAddress().setCountry(clinic.jurisdiction());
    return organization;
  }

  private static Extension accreditation(Clinic clinic) {
    Period period = new Period();
    period.setStartElement(new DateTimeType(clinic.accreditedFrom().toString()));
    period.setEndElement(new DateTimeType(clinic.accreditedUntil().toString()));
    Extension accreditation = Vocabulary.extension("accreditation");
    accreditation.addExtension("accreditingBody", new StringType("Invented Accreditation Council"));
    accreditation.addExtension("number", new StringType("A-" + clinic.identifier()));
    accreditation.addExtension("period", period);
    return accreditation;
  }

  private static Extension oversight(Clinic clinic) {
    Extension body = Vocabulary.extension("oversight-body");
    body.addExtension(
        "name", new StringType("Invented Oversight Board of " + clinic.jurisdiction()));
    return body;
  }
}
