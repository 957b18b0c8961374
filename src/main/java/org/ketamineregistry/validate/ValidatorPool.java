package org.ketamineregistry.validate;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.jspecify.annotations.Nullable;

/**
 * HL7's validators, one for each processor. Making one reads a registry of 1.5 MB of OIDs, so they
 * are kept and lent; one is used by a single thread at a time.
 */
final class ValidatorPool {
  private final IWorkerContext definitions;
  private final BlockingQueue<LastingValidator> idle;

  ValidatorPool(IWorkerContext definitions, int size) {
    this.definitions = definitions;
    idle = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      idle.add(validator(definitions));
    }
  }

  /** Everything that HL7's validator says of a resource held against a profile. */
  List<ValidationMessage> validate(Element resource, StructureDefinition profile) {
    LastingValidator validator = take();
    try {
      return validator.validate(resource, profile);
    } finally {
      idle.add(validator.hasServed() ? validator(definitions) : validator);
    }
  }

  /**
   * What HL7's validator says of a bundle and not of what its entries hold.
   *
   * @param profile null for FHIR's own definition
   * @param definition the URL of FHIR's own definition
   */
  List<ValidationMessage> validateFrame(
      Element bundle, @Nullable StructureDefinition profile, String definition) {
    LastingValidator validator = take();
    try {
      validator.setPolicyAdvisor(new BundleFrame.Advice());
      return validator.validate(
          bundle,
          profile == null
              ? definitions.fetchResourceWithException(StructureDefinition.class, definition)
              : profile);
    } finally {
      validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
      idle.add(validator.hasServed() ? validator(definitions) : validator);
    }
  }

  private LastingValidator take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a validator", e);
    }
  }

  static LastingValidator validator(IWorkerContext definitions) {
    return asTheRegistryWants(new LastingValidator(definitions));
  }

  /** Sets what the registry is strict and what it is silent about. */
  static <V extends InstanceValidator> V asTheRegistryWants(V validator) {
    // An unknown extension could hold free text, so only those of the guide and of FHIR are open.
    validator.setAnyExtensionsAllowed(false);
    validator.setAssumeValidRestReferences(true);
    validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    validator.setResourceIdRule(IdStatus.OPTIONAL);
    validator.setErrorForUnknownProfiles(false);
    validator.setUnknownCodeSystemsCauseErrors(true);
    validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
    validator.setNoExtensibleWarnings(true);
    validator.setNoBindingMsgSuppressed(true);
    validator.setAllowExamples(true);
    validator.setAllowXsiLocation(true);
    return validator;
  }
}
