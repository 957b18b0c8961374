package org.ketamineregistry.consent;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.profiles.Canonical;

/** The business identifiers of a resource, and the person that a Patient resource stands for. */
final class Identifiers {
  private Identifiers() {}

  static List<BusinessIdentifier> of(Resource resource) {
    return identifiers(resource)
        .map(id -> new BusinessIdentifier(resource.fhirType(), id.getSystem(), id.getValue()))
        .distinct()
        .toList();
  }

  /** R4 gives Provenance no identifier, so the guide does, as an extension. */
  private static Stream<Identifier> identifiers(Resource resource) {
    if (resource instanceof Provenance provenance) {
      return provenance.getExtensionsByUrl(Canonical.IMPORT_IDENTIFIER).stream()
          .map(extension -> (Identifier) extension.getValue());
    }
    Property property = resource.getNamedProperty("identifier");
    return property == null
        ? Stream.of()
        : property.getValues().stream().map(Identifier.class::cast);
  }

  /** Whether a patient is known by the registry's pseudonym, which links clinics of a country. */
  static boolean linked(Patient patient) {
    return patient.getIdentifier().stream()
        .anyMatch(id -> Canonical.REGISTRY_PSEUDONYM.equals(id.getSystem()));
  }

  /**
   * The person's key: the registry's pseudonym where there is one, else the clinic's pseudonym
   * within the clinic.
   */
  static String person(Patient patient, String owner) {
    return patient.getIdentifier().stream()
        .filter(id -> Canonical.REGISTRY_PSEUDONYM.equals(id.getSystem()))
        .map(Identifier::getValue)
        .findFirst()
        .orElseGet(
            () ->
                patient.getIdentifier().stream()
                    .filter(id -> Canonical.CLINIC_PSEUDONYM.equals(id.getSystem()))
                    .map(id -> owner + "/" + id.getValue())
                    .findFirst()
                    .orElseThrow());
  }
}
