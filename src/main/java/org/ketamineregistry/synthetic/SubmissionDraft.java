package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A transaction in the making: one clinic, records in the order in which they build on each other.
 * What never changes is created unless it is there; what may be corrected or completed later is
 * updated. Either can be sent twice.
 */
final class SubmissionDraft {
  private final Clinic clinic;
  private final Dice dice;
  private final Bundle bundle = new Bundle();

  SubmissionDraft(Clinic clinic, Dice dice) {
    this.clinic = clinic;
    this.dice = dice;
    bundle.setType(BundleType.TRANSACTION);
    bundle.setIdentifier(
        Vocabulary.identifier(clinic.system("submission"), dice.uuid().toString()));
  }

  Clinic clinic() {
    return clinic;
  }

  /**
   * Adds a record that is created unless one with its identifier exists; answers how to refer to
   * it.
   */
  Reference create(Resource record, Identifier identifier) {
    BundleEntryComponent entry = entry(record);
    entry
        .getRequest()
        .setMethod(HTTPVerb.POST)
        .setUrl(record.fhirType())
        .setIfNoneExist(query(identifier));
    return new Reference(entry.getFullUrl());
  }

  /**
   * Adds a record that replaces the one with its identifier, if any; answers how to refer to it.
   */
  Reference update(Resource record, Identifier identifier) {
    BundleEntryComponent entry = entry(record);
    entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(record.fhirType() + "?" + query(identifier));
    return new Reference(entry.getFullUrl());
  }

  /** The business identifier of a record, unique by the clinic's system for its kind. */
  Identifier identifier(String kind, String value) {
    return Vocabulary.identifier(clinic.system(kind), value);
  }

  Bundle sentAt(LocalDateTime moment) {
    bundle.setTimestampElement(new InstantType(clinic.moment(moment)));
    return bundle;
  }

  private BundleEntryComponent entry(Resource record) {
    return bundle.addEntry().setFullUrl("urn:uuid:" + dice.uuid()).setResource(record);
  }

  private static String query(Identifier identifier) {
    return "identifier=" + identifier.getSystem() + "|" + identifier.getValue();
  }
}
