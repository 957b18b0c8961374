package org.ketamineregistry.indicator;

import java.util.List;
import java.util.Map;
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

/** What SQL on FHIR adds to FHIRPath: keys of resources and references, and a view's constants. */
record ViewFunctions(Map<String, String> constants) implements IHostApplicationServices {

  @Override
  public List<Base> resolveConstant(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    String value = constants.get(name.replace("%", ""));
    return value == null ? List.of() : List.of(new StringType(value));
  }

  @Override
  public @Nullable TypeDetails resolveConstantType(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    return constants.containsKey(name.replace("%", ""))
        ? new TypeDetails(CollectionStatus.SINGLETON, "string")
        : null;
  }

  @Override
  public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
    return switch (name) {
      case "getResourceKey" -> new FunctionDetails("The key of a resource", 0, 0);
      case "getReferenceKey" -> new FunctionDetails("The key that a reference names", 0, 1);
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
    return focus.stream()
        .map(base -> base instanceof Resource resource ? key(resource) : key((Reference) base))
        .map(Base.class::cast)
        .toList();
  }

  private static IdType key(Resource resource) {
    return new IdType(resource.getIdElement().getIdPart());
  }

  private static IdType key(Reference reference) {
    return new IdType(reference.getReferenceElement().getIdPart());
  }

  @Override
  public boolean paramIsType(String name, int index) {
    return name.equals("getReferenceKey");
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
