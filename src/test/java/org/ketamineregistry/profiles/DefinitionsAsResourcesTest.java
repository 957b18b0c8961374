package org.ketamineregistry.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every definition of the guide is itself a valid resource of FHIR R4, by HL7's validator: its
 * elements, its invariants' FHIRPath, the contexts of its extensions, its snapshot made anew.
 */
class DefinitionsAsResourcesTest {
  private static final Path PACKAGE = Path.of("profiles/package");

  /** What HL7's validator says and what is no fault of the guide, each with the reason. */
  private enum Accepted {
    /** FHIR R4's own elements, as they come into a snapshot. */
    FHIR_ITSELF(
        ".*snapshot.element\\[\\d+].(mapping\\[\\d+].map: value should not start or finish with whitespace.*"
            + "|example\\[\\d+].*'Local eCMS identifier'"
            + "|binding: .*'http://hl7.org/fhir/ValueSet/languages' which is experimental.*)"),
    /**
     * HAPI knows no code of the United Nations' M49, which the value set of jurisdictions takes.
     */
    JURISDICTION(".*jurisdiction\\[0]: Error Cannot invoke .*CodeSystem.getConcept.*"),
    /** The demonstration jurisdiction is none on earth. */
    DEMONSTRATION(".*jurisdiction\\[0]: None of the codings provided .*cs#XX\\)"),
    /** There is no terminology server; lint.mjs looks these codes up in verified-codes.json. */
    FOREIGN_CODE(
        "(.*CodeSystem is unknown and can't be validated: http://loinc.org .*"
            + "|.*codeSystem 'http://snomed.info/sct' version 'null' is not supported.*"
            + "|.*references CodeSystem 'http://snomed.info/sct' which has status 'not-present')"),
    /** The binding is extensible by media types, and this is the one of CQL's named expressions. */
    NAME_IN_CQL("Measure.*criteria.language: Unknown code .*#text/cql-identifier'"),
    /** HL7's validator does not read CQL. */
    CQL_NOT_READ(
        "Measure.*criteria: The expression language text/cql-identifier is not supported.*");

    private final Pattern form;

    Accepted(String form) {
      this.form = Pattern.compile(form);
    }

    boolean matches(String message) {
      return form.matcher(message).matches();
    }
  }

  private static final FhirValidator VALIDATOR = validator();

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(PACKAGE)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[A-Z].*\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValid(Path file) throws IOException {
    assertThat(messages(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          StructureDefinition-capacity    | .value.where(      | .vlaue.where(         | vlaue
          StructureDefinition-capacity    | "Consent"          | "Consent.nothing"     | Consent.nothing
          SearchParameter-Consent-patient | "Consent.patient"  | "Consent.patient("    | Consent.patient(
          CodeSystem-instrument-cs        | "active"           | "alive"               | alive
          """)
  void aFaultIsTold(String name, String right, String wrong, String told) throws IOException {
    String text = Files.readString(PACKAGE.resolve(name + ".json"));
    assertThat(text).contains(right);
    assertThat(messages(text.replace(right, wrong)))
        .anySatisfy(message -> assertThat(message).contains(told));
  }

  private static List<String> messages(String definition) {
    return VALIDATOR.validateWithResult(definition).getMessages().stream()
        .filter(message -> message.getSeverity() != ResultSeverityEnum.INFORMATION)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .filter(message -> Arrays.stream(Accepted.values()).noneMatch(one -> one.matches(message)))
        .toList();
  }

  @SuppressWarnings("deprecation") // the class that is said to replace it cannot be told to warn
  private static FhirValidator validator() {
    FhirContext context = FhirContext.forR4Cached();
    var guide = new PrePopulatedValidationSupport(context);
    ProfilePackage.load(context).resources().forEach(guide::addResource);
    var unknownSystems = new UnknownCodeSystemWarningValidationSupport(context);
    unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    var chain =
        new ValidationSupportChain(
            guide,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            unknownSystems);
    var validator = new FhirInstanceValidator(chain);
    validator.setWrappedWorkerContext(chain, new OfOneVersion(chain));
    validator.setAnyExtensionsAllowed(false);
    // Extensions of HL7's Quality Measures, by which a group says what it counts, and of Structured
    // Data Capture, by which a form says what its answers become.
    validator.setCustomExtensionDomains(
        "http://hl7.org/fhir/us/cqfmeasures", "http://hl7.org/fhir/uv/sdc");
    // A narrative is drawn by the publisher of the site.
    validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    return context.newValidator().registerValidatorModule(validator);
  }

  /** HL7 looks for the contexts of extensions in a package cache, unless versions are the same. */
  private static final class OfOneVersion extends WorkerContextValidationSupportAdapter {
    OfOneVersion(IValidationSupport support) {
      super(support);
    }

    @Override
    public String getVersion() {
      return "4.0";
    }
  }
}
