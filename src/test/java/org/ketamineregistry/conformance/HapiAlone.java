package org.ketamineregistry.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's validator with the package, as HAPI's own documentation puts it together; nothing of the
 * registry has a part in it.
 */
final class HapiAlone {
  private static @Nullable HapiAlone loaded;

  private final FhirValidator validator;

  private HapiAlone(FhirValidator validator) {
    this.validator = validator;
  }

  /** Loaded once for all tests of a process. */
  static synchronized HapiAlone get() throws IOException {
    if (loaded == null) {
      loaded = load(PackageArchive.bytes());
    }
    return loaded;
  }

  @SuppressWarnings("deprecation") // HAPI has nothing else yet that can be told to warn.
  private static HapiAlone load(byte[] archive) throws IOException {
    FhirContext context = FhirContext.forR4();
    // HAPI loads packages from the class path only.
    Files.write(Path.of("target/test-classes/package.tgz"), archive);
    var guide = new NpmPackageValidationSupport(context);
    guide.loadPackageFromClasspath("classpath:package.tgz");
    // Whatever the guide enumerates is known without the code systems that it is taken from.
    var systems = new UnknownCodeSystemWarningValidationSupport(context);
    systems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    var chain =
        new ValidationSupportChain(
            guide,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            systems);
    return new HapiAlone(
        context.newValidator().registerValidatorModule(new FhirInstanceValidator(chain)));
  }

  List<SingleValidationMessage> errors(byte[] json) {
    return validator
        .validateWithResult(new String(json, StandardCharsets.UTF_8))
        .getMessages()
        .stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .toList();
  }
}
