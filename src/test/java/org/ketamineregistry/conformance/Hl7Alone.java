package org.ketamineregistry.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.hl7.fhir.convertors.loaders.loaderR5.NullLoaderKnowledgeProviderR5;
import org.hl7.fhir.convertors.loaders.loaderR5.R4ToR5Loader;
import org.hl7.fhir.r5.context.SimpleWorkerContext;
import org.hl7.fhir.r5.context.SimpleWorkerContext.SimpleWorkerContextBuilder;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Enumerations.CodeSystemContentMode;
import org.hl7.fhir.r5.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.npm.FilesystemPackageCacheManager;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.IgLoader;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.jspecify.annotations.Nullable;

/**
 * HL7's own validator with HL7's own loader, over FHIR R4 and the package, as {@code
 * validator_cli.jar -ig package.tgz -tx n/a} has them. Nothing of the registry and none of HAPI's
 * validation support has a part in it, and no terminology server is asked.
 */
final class Hl7Alone {
  private static final String VERSION = "4.0.1";
  static final Set<String> TYPES = Set.of("CodeSystem", "ValueSet", "StructureDefinition");

  private static @Nullable Hl7Alone loaded;

  private final SimpleWorkerContext definitions;

  private Hl7Alone(SimpleWorkerContext definitions) {
    this.definitions = definitions;
  }

  /** Loaded once for all tests of a process, which takes several seconds. */
  static synchronized Hl7Alone get() throws IOException {
    if (loaded == null) {
      loaded = load(PackageArchive.bytes(), Files.createDirectories(Path.of("target/hl7-alone")));
    }
    return loaded;
  }

  private static Hl7Alone load(byte[] archive, Path folder) throws IOException {
    SimpleWorkerContext definitions =
        new SimpleWorkerContextBuilder()
            .withAllowLoadingDuplicates(true)
            .fromPackage(
                CorePackage.load(),
                new R4ToR5Loader(TYPES, new NullLoaderKnowledgeProviderR5(), VERSION),
                false);
    definitions.setNoTerminologyServer(true);
    definitions.setCanRunWithoutTerminology(true);
    definitions.setExpansionParameters(new Parameters());
    definitions.setUcumService(ucum());
    // HL7's package of terminology, which the validator always loads, knows UCUM by name.
    definitions.cacheResource(byName("http://unitsofmeasure.org"));
    Path cache = Files.createDirectories(folder.resolve("packages"));
    Path file = Files.write(folder.resolve("package.tgz"), archive);
    var packages =
        new FilesystemPackageCacheManager.Builder().withCacheFolder(cache.toString()).build();
    new IgLoader(packages, definitions, VERSION, false)
        .loadIg(new ArrayList<>(), new HashMap<>(), file.toString(), false);
    return new Hl7Alone(definitions);
  }

  SimpleWorkerContext definitions() {
    return definitions;
  }

  /** A validator, to be used by one thread at a time. */
  Checker checker() {
    var validator =
        new InstanceValidator(
            definitions, null, null, new ValidatorSession(), new ValidatorSettings());
    // Where nothing can be fetched, what a reference leads to is not looked at.
    validator.setPolicyAdvisor(
        new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.IGNORE, Set.of()));
    return new Checker(validator);
  }

  /** One validator. */
  record Checker(InstanceValidator validator) {
    /** What is wrong with a resource, held against FHIR and the profiles that it claims. */
    List<ValidationMessage> errors(byte[] json) {
      var messages = new ArrayList<ValidationMessage>();
      validator.validate(
          null, messages, new ByteArrayInputStream(json), FhirFormat.JSON, new ArrayList<>());
      return messages.stream().filter(message -> message.getLevel().isError()).toList();
    }
  }

  private static UcumEssenceService ucum() throws IOException {
    try (var essence = Hl7Alone.class.getResourceAsStream("/ucum-essence.xml")) {
      return new UcumEssenceService(Objects.requireNonNull(essence));
    } catch (UcumException e) {
      throw new IOException(e);
    }
  }

  private static CodeSystem byName(String url) {
    var system = new CodeSystem();
    system.setId("ucum");
    system.setUrl(url);
    system.setName("UCUM");
    system.setStatus(PublicationStatus.ACTIVE);
    system.setContent(CodeSystemContentMode.NOTPRESENT);
    return system;
  }
}
