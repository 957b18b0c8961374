package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Element.SpecialElement;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.constants.ContainedReferenceValidationPolicy;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * What FHIR, or a profile, asks of a bundle that is no submission: a document, a collection, the
 * answer to a search. Each of its resources is judged by itself, elsewhere; a signature is not
 * looked at.
 */
final class BundleFrame {
  private static final String BUNDLE = "http://hl7.org/fhir/StructureDefinition/Bundle";
  private static final String WITHIN_ENTRY = "Bundle\\.entry\\[\\d+]\\.resource\\b.*";

  /** HL7's validator follows each reference of a document, so this bounds what that may cost. */
  private static final int MAX_ELEMENTS = 50_000;

  private final ValidatorPool validators;
  private final MessageTranslator translator;

  BundleFrame(ValidatorPool validators, MessageTranslator translator) {
    this.validators = validators;
    this.translator = translator;
  }

  List<Problem> problems(Element bundle, @Nullable StructureDefinition profile) {
    if (Walk.size(bundle) > MAX_ELEMENTS) {
      return List.of(
          Problem.at(
              ErrorCode.ELEMENT_NOT_ALLOWED,
              "Bundle",
              bundle.line(),
              bundle.col(),
              "A verdict is given on a bundle of at most "
                  + MAX_ELEMENTS
                  + " elements: ask in several parts."));
    }
    EntryCheck.dropEmptyClaims(bundle, "Bundle");
    bundle.getChildren().removeIf(child -> child.getName().equals("signature"));
    var problems = new ArrayList<Problem>();
    for (ValidationMessage message : validators.validateFrame(bundle, profile, BUNDLE)) {
      if (!String.valueOf(message.getLocation()).matches(WITHIN_ENTRY)) {
        translator.said(message, bundle, "Bundle").ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Leaves alone what an entry holds. */
  static final class Advice extends FhirDefaultPolicyAdvisor {
    @Override
    public ContainedReferenceValidationPolicy policyForContained(
        IResourceValidator validator,
        Object context,
        StructureDefinition structure,
        ElementDefinition element,
        String containerType,
        String containerId,
        SpecialElement containing,
        String path,
        String url) {
      return containing == SpecialElement.BUNDLE_ENTRY
          ? ContainedReferenceValidationPolicy.IGNORE
          : super.policyForContained(
              validator,
              context,
              structure,
              element,
              containerType,
              containerId,
              containing,
              path,
              url);
    }
  }
}
