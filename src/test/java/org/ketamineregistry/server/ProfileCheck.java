package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.ketamineregistry.profiles.ProfilePackage;

/** Holds what the registry itself makes against the profiles that it claims. */
final class ProfileCheck {
  private static final FhirValidator VALIDATOR = validator();

  private ProfileCheck() {}

  /** The errors of a resource, each with its place. */
  static List<String> errors(String resource) {
    return VALIDATOR.validateWithResult(resource).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }

  @SuppressWarnings("deprecation") // the class that is said to replace it cannot be told to warn
  private static FhirValidator validator() {
    FhirContext context = FhirContext.forR4Cached();
    var guide = new PrePopulatedValidationSupport(context);
    ProfilePackage.load(context).resources().forEach(guide::addResource);
    var unknownSystems = new UnknownCodeSystemWarningValidationSupport(context);
    unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    var instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                guide,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknownSystems));
    instances.setAnyExtensionsAllowed(false);
    instances.setErrorForUnknownProfiles(true);
    return context.newValidator().registerValidatorModule(instances);
  }
}
