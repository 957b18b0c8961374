package org.ketamineregistry.validate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.CodeableConcept;
import org.hl7.fhir.r5.model.Coding;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.ElementDefinition.ConstraintSeverity;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.ValueSet;
import org.hl7.fhir.r5.terminologies.utilities.ValidationResult;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.instance.utils.NodeStack;
import org.hl7.fhir.validation.instance.utils.ValidationContext;
import org.jspecify.annotations.Nullable;

/**
 * HL7's validator, made to be used for one resource after the other by one thread at a time. HL7
 * makes a validator for one document: it keeps every code that it has seen with the whole document
 * around it, which this one prevents; and it works out again and again what for a fixed set of
 * definitions is always the same, which this one remembers. It says the same of every resource.
 */
final class LastingValidator extends InstanceValidator {
  private static final int MOST_CODES = 20_000;

  /** A narrative may be kept with its document, so few may have been seen before it is time. */
  private static final int NARRATIVE = 200;

  private final IWorkerContext definitions;
  private final Cache<List<String>, ValidationResult> confirmedCodes =
      Caffeine.newBuilder().maximumSize(MOST_CODES).build();
  private final Map<Element, Map<Constraint, List<ValidationMessage>>> evaluated =
      new IdentityHashMap<>();
  private int kept;

  private record Constraint(String key, String expression, ConstraintSeverity severity) {}

  LastingValidator(IWorkerContext definitions) {
    super(
        definitions,
        new FhirInstanceValidator.NullEvaluationContext(),
        new XVerExtensionManagerOld(definitions),
        new ValidatorSession(),
        new ValidatorSettings());
    this.definitions = definitions;
  }

  /** Everything that is said of a resource held against a profile. */
  List<ValidationMessage> validate(Element resource, StructureDefinition profile) {
    var messages = new ArrayList<ValidationMessage>();
    var profiles = new ArrayList<StructureDefinition>();
    profiles.add(profile);
    try {
      validate(null, messages, resource.fhirType(), resource, profiles);
    } finally {
      evaluated.clear();
      kept += getTextsToCheck().size() + (resource.getNamedChild("text") == null ? 0 : NARRATIVE);
      getTextsToCheck().clear();
    }
    return messages;
  }

  /** Whether it has kept so much of what it saw that another should take its place. */
  boolean hasServed() {
    return kept > MOST_CODES;
  }

  @Override
  public boolean checkInvariants(
      ValidationContext context,
      List<ValidationMessage> errors,
      StructureDefinition profile,
      ElementDefinition definition,
      Element resource,
      Element element,
      NodeStack stack,
      boolean onlyNonInherited) {
    if (onlyNonInherited) {
      return super.checkInvariants(
          context, errors, profile, definition, resource, element, stack, true);
    }
    boolean ok = true;
    for (ElementDefinitionConstraintComponent constraint : definition.getConstraint()) {
      // What is no error is not told to the sender, so it need not be known.
      if (constraint.hasExpression()
          && constraint.getSeverity() == ConstraintSeverity.ERROR
          && !PlainInvariants.areMet(constraint, element)) {
        var rule =
            new Constraint(
                constraint.getKey(), constraint.getExpression(), constraint.getSeverity());
        Map<Constraint, List<ValidationMessage>> known =
            evaluated.computeIfAbsent(element, key -> new HashMap<>());
        List<ValidationMessage> said = known.get(rule);
        if (said == null) {
          said = new ArrayList<>();
          known.put(rule, said);
          ok &=
              checkInvariant(
                  context, said, stack.getLiteralPath(), profile, resource, element, constraint);
        }
        errors.addAll(said);
      }
    }
    return ok;
  }

  /** HL7 adds what its engine threw, which speaks of Java and not of the resource. */
  @Override
  public boolean checkInvariant(
      ValidationContext context,
      List<ValidationMessage> errors,
      String path,
      StructureDefinition profile,
      Element resource,
      Element element,
      ElementDefinitionConstraintComponent constraint) {
    var said = new ArrayList<ValidationMessage>();
    boolean ok = super.checkInvariant(context, said, path, profile, resource, element, constraint);
    said.forEach(message -> message.setMessage(ofTheRule(message.getMessage(), constraint)));
    errors.addAll(said);
    return ok;
  }

  private static String ofTheRule(String message, ElementDefinitionConstraintComponent constraint) {
    String rule =
        "'"
            + constraint.getHuman()
            + "'"
            + (constraint.hasSource() ? " (defined in " + constraint.getSource() + ")" : "");
    int at = message.indexOf(rule);
    return at < 0 ? message : message.substring(0, at + rule.length());
  }

  @Override
  public ValidationResult checkCodeOnServer(
      NodeStack stack,
      String code,
      String system,
      String version,
      String display,
      boolean checkDisplay) {
    var key = new ArrayList<String>();
    key.add(String.valueOf(checkDisplay));
    add(key, new Coding(system, version, code, display));
    ValidationResult known = confirmedCodes.getIfPresent(key);
    return known != null
        ? known
        : remembered(
            key,
            super.checkCodeOnServer(
                withoutDocument(stack), code, system, version, display, checkDisplay));
  }

  @Override
  public ValidationResult checkCodeOnServer(NodeStack stack, ValueSet valueSet, Coding coding) {
    List<String> key = key(valueSet);
    add(key, coding);
    ValidationResult known = confirmedCodes.getIfPresent(key);
    return known != null
        ? known
        : remembered(key, super.checkCodeOnServer(withoutDocument(stack), valueSet, coding));
  }

  @Override
  public ValidationResult checkCodeOnServer(
      NodeStack stack, ValueSet valueSet, CodeableConcept concept) {
    List<String> key = key(valueSet);
    concept.getCoding().forEach(coding -> add(key, coding));
    ValidationResult known = confirmedCodes.getIfPresent(key);
    if (known != null) {
      return known;
    }
    try {
      return remembered(key, super.checkCodeOnServer(withoutDocument(stack), valueSet, concept));
    } catch (Exception e) {
      // HL7 throws and catches an exception of its own here, which others cannot name.
      throw LastingValidator.<RuntimeException>asItIs(e);
    }
  }

  /** The stack that HL7 keeps with a code, as far as it is needed: the language. */
  private NodeStack withoutDocument(NodeStack stack) {
    var detached = new NodeStack(definitions);
    detached.setWorkingLang(stack.getWorkingLang());
    return detached;
  }

  /** A code that is right stays right, since the definitions never change. */
  private ValidationResult remembered(List<String> key, ValidationResult result) {
    kept++;
    if (result.getSeverity() == null && !result.hasMessage() && result.getIssues().isEmpty()) {
      confirmedCodes.put(key, result);
    }
    return result;
  }

  private static List<String> key(@Nullable ValueSet valueSet) {
    var key = new ArrayList<String>();
    if (valueSet != null) {
      // One without a name is like no other.
      key.add(valueSet.hasUrl() ? valueSet.getVersionedUrl() : UUID.randomUUID().toString());
    }
    return key;
  }

  private static void add(List<String> key, Coding coding) {
    key.add(coding.getSystem());
    key.add(coding.getVersion());
    key.add(coding.getCode());
    key.add(coding.getDisplay());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException asItIs(Exception e) throws E {
    throw (E) e;
  }
}
