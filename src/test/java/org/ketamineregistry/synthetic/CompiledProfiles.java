package org.ketamineregistry.synthetic;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * The guide's compiled profiles from the class path, and what each kind of record has to conform
 * to.
 */
final class CompiledProfiles {
  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("Patient", "ketamine-patient"),
          Map.entry("Organization", "ketamine-clinic"),
          Map.entry("PractitionerRole", "ketamine-prescriber"),
          Map.entry("EpisodeOfCare", "ketamine-treatment-course"),
          Map.entry("MedicationAdministration", "ketamine-medication-administration"),
          Map.entry("MedicationRequest", "ketamine-prescription"),
          Map.entry("MedicationDispense", "ketamine-take-home-supply"),
          Map.entry("MedicationStatement", "concomitant-medication"),
          Map.entry("Condition", "ketamine-comorbidity"),
          Map.entry("AdverseEvent", "ketamine-adverse-event"));
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("85354-9", "ketamine-blood-pressure"),
          Map.entry("8867-4", "ketamine-heart-rate"),
          Map.entry("2708-6", "ketamine-oxygen-saturation"),
          Map.entry("29463-7", "ketamine-body-weight"),
          Map.entry("moaa-s", "ketamine-sedation-score"),
          Map.entry("cadss-subjective-total", "ketamine-dissociation-score"),
          Map.entry("bprs-positive-0-6", "ketamine-psychotomimetic-score"),
          Map.entry("93374-7", "suicidality-assessment"),
          Map.entry("craving-rating", "craving-score"),
          Map.entry("icsi-total", "bladder-symptom-score"),
          Map.entry("1742-6", "liver-function-test"),
          Map.entry("ketamine-treatment", "ketamine-treatment-consent"),
          Map.entry("registry-sharing", "registry-sharing-consent"));
  private static final Set<String> CONFORMANCE_PREFIXES =
      Set.of("StructureDefinition-", "ValueSet-", "CodeSystem-");

  private final FhirValidator validator;

  CompiledProfiles() {
    FhirContext context = FhirContext.forR4Cached();
    ValidationSupportChain chain =
        new ValidationSupportChain(
            packaged(context),
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            unknownSystems(context));
    FhirInstanceValidator instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(false);
    validator = context.newValidator().registerValidatorModule(instances);
  }

  /** The errors that its profile finds in a record, each with its place. */
  List<String> errors(Resource record) {
    ValidationOptions options =
        new ValidationOptions().addProfile(Vocabulary.CANON + "/StructureDefinition/" + of(record));
    return validator.validateWithResult(record, options).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }

  private static String of(Resource record) {
    if (record instanceof Observation observation) {
      String code = observation.getCode().getCodingFirstRep().getCode();
      return BY_CODE.getOrDefault(code, "depression-score");
    }
    if (record instanceof Encounter encounter) {
      return encounter.getTypeFirstRep().getCodingFirstRep().getCode();
    }
    if (record instanceof Consent consent) {
      String category = consent.getCategoryFirstRep().getCodingFirstRep().getCode();
      return Objects.requireNonNull(BY_CODE.get(category));
    }
    return Objects.requireNonNull(BY_TYPE.get(record.fhirType()), record.fhirType());
  }

  /**
   * SNOMED CT, LOINC and NCIt are not at hand; the value sets of the guide list what they allow of
   * them.
   */
  @SuppressWarnings("deprecation") // deprecated, yet what the registry itself uses
  private static UnknownCodeSystemWarningValidationSupport unknownSystems(FhirContext context) {
    UnknownCodeSystemWarningValidationSupport support =
        new UnknownCodeSystemWarningValidationSupport(context);
    support.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    return support;
  }

  private static PrePopulatedValidationSupport packaged(FhirContext context) {
    PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(context);
    URL manifest = CompiledProfiles.class.getResource("/profiles/package/package.json");
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(manifest, "the compiled profiles are missing").toURI())
                .resolveSibling("."))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (CONFORMANCE_PREFIXES.stream().anyMatch(name::startsWith)) {
          support.addResource(context.newJsonParser().parseResource(Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return support;
  }
}
