package org.ketamineregistry.forms;

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
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.GuideDefinitions;

/**
 * HL7's validator for forms and their responses. The guide depends on no other guide, so the
 * extensions of Structured Data Capture are taken as they are; no others are.
 */
final class FormCheck {
  private static final FhirValidator VALIDATOR = validator();

  private FormCheck() {}

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
    var guide = new WithForms(context);
    GuideDefinitions.get().guide().resources().forEach(guide::addResource);
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
    instances.setCustomExtensionDomains("http://hl7.org/fhir/uv/sdc");
    instances.setErrorForUnknownProfiles(true);
    return context.newValidator().registerValidatorModule(instances);
  }

  /** HAPI's support knows the definitions of the package, save the forms. */
  private static final class WithForms extends PrePopulatedValidationSupport {
    WithForms(FhirContext context) {
      super(context);
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(Class<T> type, String url) {
      return type.isAssignableFrom(Questionnaire.class)
          ? GuideDefinitions.get().guide().of(Questionnaire.class).stream()
              .filter(form -> form.getUrl().equals(url))
              .findFirst()
              .map(type::cast)
              .orElse(null)
          : super.fetchResource(type, url);
    }
  }
}
