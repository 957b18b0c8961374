package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.Definitions;

/** The lasting validator against HL7's own, on every tenth of the guide's invalid examples. */
class LastingValidatorTest {
  private static final Path INVALID = Path.of("implementation-guide", "invalid");
  private static final int ROUNDS = 2;

  private static Definitions definitions;

  @BeforeAll
  static void load() {
    definitions = Definitions.load(FhirContext.forR4Cached());
  }

  @Test
  void saysTheSameAsHl7OfEachHoweverOftenItIsUsed() throws IOException {
    LastingValidator lasting = ValidatorPool.validator(definitions.workerContext());
    InstanceValidator hl7 = ValidatorPool.asTheRegistryWants(newHl7Validator());
    Map<Path, Set<String>> expected = new LinkedHashMap<>();
    for (Path file : examples()) {
      expected.put(file, errors(validate(hl7, parse(file), profile(file))));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Path file : examples()) {
        assertThat(errors(lasting.validate(parse(file), profile(file))))
            .as(file.toString())
            .isEqualTo(expected.get(file));
      }
    }
    assertThat(expected.values()).filteredOn(Set::isEmpty).hasSizeLessThan(expected.size() / 10);
  }

  @Test
  void keepsNothingOfADocument() throws IOException, InterruptedException {
    LastingValidator validator = ValidatorPool.validator(definitions.workerContext());
    List<WeakReference<Element>> documents = new ArrayList<>();
    for (Path file : examples().subList(0, 20)) {
      Element document = parse(file);
      validator.validate(document, profile(file));
      documents.add(new WeakReference<>(document));
    }
    // The last one may stay until the next.
    for (int i = 0; i < 50 && living(documents) > 1; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(living(documents)).isLessThanOrEqualTo(1);
    assertThat(validator.hasServed()).isFalse();
  }

  private static long living(List<WeakReference<Element>> documents) {
    return documents.stream().filter(document -> document.get() != null).count();
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(INVALID)) {
      List<Path> all = files.filter(file -> file.toString().contains("--")).sorted().toList();
      return IntStream.range(0, all.size()).filter(i -> i % 10 == 0).mapToObj(all::get).toList();
    }
  }

  private static StructureDefinition profile(Path file) {
    String id = INVALID.relativize(file).getName(0).toString();
    return definitions
        .workerContext()
        .fetchResourceWithException(StructureDefinition.class, Canonical.profile(id));
  }

  private static Element parse(Path file) throws IOException {
    return new JsonParser(definitions.workerContext())
        .parse(new ByteArrayInputStream(Files.readAllBytes(file)))
        .get(0)
        .getElement();
  }

  private static InstanceValidator newHl7Validator() {
    return new InstanceValidator(
        definitions.workerContext(),
        new FhirInstanceValidator.NullEvaluationContext(),
        new XVerExtensionManagerOld(definitions.workerContext()),
        new ValidatorSession(),
        new ValidatorSettings());
  }

  private static List<ValidationMessage> validate(
      InstanceValidator validator, Element resource, StructureDefinition profile) {
    var messages = new ArrayList<ValidationMessage>();
    var profiles = new ArrayList<>(List.of(profile));
    validator.validate(null, messages, resource.fhirType(), resource, profiles);
    return messages;
  }

  private static Set<String> errors(List<ValidationMessage> messages) {
    var errors = new TreeSet<String>();
    for (ValidationMessage message : messages) {
      if (message.getLevel() == IssueSeverity.ERROR || message.getLevel() == IssueSeverity.FATAL) {
        errors.add(
            message.getLocation() + " " + message.getMessageId() + " " + message.getMessage());
      }
    }
    return errors;
  }
}
