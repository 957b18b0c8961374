package org.ketamineregistry.projection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * What SQL on FHIR adds to FHIRPath: keys of resources and references, and a view's constants,
 * which an evaluation gets as its context.
 */
final class KeyFunctions implements IHostApplicationServices {
  static final String RESOURCE_KEY = "getResourceKey";
  static final String REFERENCE_KEY = "getReferenceKey";

  @Override
  public List<Base> resolveConstant(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    // A name without a percent sign is an element, even where a constant is called the same.
    Object value =
        mode == FHIRPathConstantEvaluationMode.EXPLICIT ? ((Map<?, ?>) context).get(name) : null;
    return value == null ? List.of() : List.of(new StringType(value.toString()));
  }

  @Override
  public @Nullable TypeDetails resolveConstantType(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    boolean known =
        mode == FHIRPathConstantEvaluationMode.EXPLICIT
            && ((Map<?, ?>) context).containsKey(name.replace("%", ""));
    return known ? new TypeDetails(CollectionStatus.SINGLETON, "string") : null;
  }

  @Override
  public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
    return switch (name) {
      case RESOURCE_KEY -> new FunctionDetails("The key of a resource", 0, 0);
      case REFERENCE_KEY -> new FunctionDetails("The key that a reference names", 0, 1);
      default -> null;
    };
  }

  @Override
  public TypeDetails checkFunction(
      FHIRPathEngine engine,
      Object context,
      String name,
      TypeDetails focus,
      List<TypeDetails> parameters) {
    return new TypeDetails(CollectionStatus.SINGLETON, "id");
  }

  @Override
  public List<Base> executeFunction(
      FHIRPathEngine engine,
      Object context,
      List<Base> focus,
      String name,
      List<List<Base>> parameters) {
    String type = parameters.isEmpty() ? null : wanted(parameters.get(0));
    return focus.stream()
        .flatMap(
            base ->
                base instanceof Resource resource
                    ? Stream.ofNullable(resource.getIdElement().getIdPart())
                    : key((Reference) base, type))
        .<Base>map(IdType::new)
        .toList();
  }

  /** The engine hands a type over as {@code FHIR.Patient}. */
  private static String wanted(List<Base> parameter) {
    String name = Objects.requireNonNull(parameter.get(0).primitiveValue());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A reference into the resource itself, or to nowhere yet, has no key. */
  private static Stream<String> key(Reference reference, @Nullable String type) {
    var target = new IdType(reference.getReference());
    boolean known = target.hasResourceType() && target.hasIdPart();
    return known && (type == null || type.equals(target.getResourceType()))
        ? Stream.of(target.getIdPart())
        : Stream.empty();
  }

  @Override
  public boolean paramIsType(String name, int index) {
    return name.equals(REFERENCE_KEY);
  }

  @Override
  public boolean log(String argument, List<Base> focus) {
    return false;
  }

  @Override
  public Base resolveReference(
      FHIRPathEngine engine, Object context, String url, @Nullable Base refContext) {
    throw new UnsupportedOperationException("A view sees one resource");
  }

  @Override
  public boolean conformsToProfile(
      FHIRPathEngine engine, Object context, Base item, String profile) {
    throw new UnsupportedOperationException("No view asks for a profile");
  }

  @Override
  public ValueSet resolveValueSet(FHIRPathEngine engine, Object context, String url) {
    throw new UnsupportedOperationException("No view asks for a value set");
  }
}
