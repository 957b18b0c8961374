package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.context.IWorkerContext;

/**
 * FHIR R4 and the guide's package, as HAPI and the HL7 validator want them. Terminology is local:
 * nothing is ever asked of another server, so the same text gets the same verdict everywhere.
 *
 * @param context HAPI's model of R4
 * @param guide the compiled package
 * @param index which profile a resource must meet, by its content
 * @param workerContext the same definitions for the HL7 validator; safe for concurrent use
 */
public record Definitions(
    FhirContext context, ProfilePackage guide, ProfileIndex index, IWorkerContext workerContext) {

  /** Loads everything from the class path; takes a second or two. */
  public static Definitions load(FhirContext context) {
    return of(context, ProfilePackage.load(context));
  }

  /** The definitions of FHIR R4 with those of a package that was read elsewhere. */
  // HAPI deprecates the class in favour of an interceptor on messages, which this chain never
  // makes.
  @SuppressWarnings("deprecation")
  public static Definitions of(FhirContext context, ProfilePackage guide) {
    var published = new PublishedDefinitions(context, guide);
    guide.resources().forEach(published::addResource);
    published.addResource(expressionLanguages());
    // National product codes and MedDRA stand beside the guide's codes; their systems are not here.
    var unknownSystems = new UnknownCodeSystemWarningValidationSupport(context);
    unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    IValidationSupport chain =
        new ValidationSupportChain(
            published,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            unknownSystems);
    return new Definitions(context, guide, ProfileIndex.of(guide), new RememberingContext(chain));
  }

  /**
   * The languages of expressions as FHIR R5 lists them. Measures name expressions of CQL, for which
   * R4's list, that may be extended, has no code yet.
   */
  private static CodeSystem expressionLanguages() {
    var languages =
        new CodeSystem()
            .setUrl("http://hl7.org/fhir/expression-language")
            .setStatus(PublicationStatus.ACTIVE)
            .setContent(CodeSystemContentMode.COMPLETE);
    Stream.of(
            "text/cql",
            "text/fhirpath",
            "application/x-fhir-query",
            "text/cql-identifier",
            "text/cql-expression")
        .forEach(code -> languages.addConcept().setCode(code));
    return languages;
  }
}
