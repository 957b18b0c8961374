package org.ketamineregistry.synthetic;

import static org.ketamineregistry.synthetic.Vocabulary.extension;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The two decisions of a patient: to be treated, and to let the registry know. */
final class ConsentRecords {
  private ConsentRecords() {}

  static void addTreatment(
      SubmissionDraft draft,
      TreatmentDecision decision,
      LocalDateTime decided,
      String key,
      Reference patient) {
    Consent consent = consent(draft, "treatment", "ketamine-treatment", decided, patient);
    if (decision.consultation() != null) {
      consent.addExtension(
          extension("consultation-date", new DateType(decision.consultation().toString())));
    }
    if (decision.sheet() != null) {
      String sheet = Vocabulary.CANON + "/Library/patient-information-sheet|" + decision.sheet();
      consent.addExtension(extension("information-sheet", new CanonicalType(sheet)));
    }
    consent.addExtension(capacity(decision.capacity(), decided));
    consent.addExtension(extension("written", new BooleanType(decision.written())));
    if (decision.optionsDiscussed() != null) {
      consent.addExtension(
          extension("options-discussed", new BooleanType(decision.optionsDiscussed())));
    }
    consent.addExtension(extension("advocate-present", new CodeType(decision.advocate())));
    if (decision.represented()) {
      consent.addExtension(extension("representative", new CodeType("guardian")));
    }
    consent.getProvision().setType(ConsentProvisionType.PERMIT);
    Identifier identifier = draft.identifier("consent", key + "-treatment");
    consent.addIdentifier(identifier);
    draft.update(consent, identifier);
  }

  /**
   * Adds the sharing consent; a withdrawal is the same consent, no longer active, its permissions
   * ended.
   */
  static void addSharing(
      SubmissionDraft draft,
      SharingDecision decision,
      String key,
      Reference patient,
      @Nullable LocalDateTime withdrawn) {
    Consent consent =
        consent(draft, "patient-privacy", "registry-sharing", decision.decided(), patient);
    consent.addExtension(capacity("has-capacity", decision.decided()));
    consent.getProvision().setType(ConsentProvisionType.DENY);
    Period period = new Period();
    period.setStartElement(moment(draft, decision.decided()));
    if (withdrawn != null) {
      consent.setStatus(ConsentState.INACTIVE);
      period.setEndElement(moment(draft, withdrawn));
    }
    consent.getProvision().setPeriod(period);
    decision
        .permitted()
        .forEach(
            (purpose, permitted) ->
                consent
                    .getProvision()
                    .addProvision()
                    .setType(permitted ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY)
                    .setPeriod(period.copy())
                    .addPurpose(purpose(purpose)));
    Identifier identifier = draft.identifier("consent", key + "-sharing");
    consent.addIdentifier(identifier);
    draft.update(consent, identifier);
  }

  private static Consent consent(
      SubmissionDraft draft,
      String scope,
      String category,
      LocalDateTime decided,
      Reference patient) {
    Consent consent = new Consent();
    consent.setStatus(ConsentState.ACTIVE);
    consent.setScope(Vocabulary.concept(Vocabulary.TERMINOLOGY + "consentscope", scope));
    consent.addCategory(Vocabulary.own("consent-category-cs", category));
    consent.setPatient(patient);
    consent.setDateTimeElement(moment(draft, decided));
    consent.addOrganization(new Reference(draft.clinic().url()));
    consent.setPolicyRule(Vocabulary.own("consent-policy-cs", category + "-consent"));
    return consent;
  }

  private static Extension capacity(String finding, LocalDateTime decided) {
    Extension capacity = extension("capacity");
    capacity.addExtension("finding", new CodeType(finding));
    if (!"not-assessed".equals(finding)) {
      capacity.addExtension("assessedOn", new DateType(decided.toLocalDate().toString()));
    }
    return capacity;
  }

  private static Coding purpose(String purpose) {
    return new Coding()
        .setSystem(Vocabulary.CANON + "/CodeSystem/registry-purpose-cs")
        .setCode(purpose);
  }

  private static DateTimeType moment(SubmissionDraft draft, LocalDateTime local) {
    return new DateTimeType(draft.clinic().moment(local));
  }
}
