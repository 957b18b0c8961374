package org.ketamineregistry.adapter.fhir;

import java.util.List;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * What FHIRPath may ask of this program: a resource is read by itself, so {@code resolve()} finds
 * what is contained in it and nothing else, and nothing is ever asked of a server.
 */
final class WithinResource implements IHostApplicationServices {
  @Override
  public List<Base> resolveConstant(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    return List.of();
  }

  @Override
  public @Nullable TypeDetails resolveConstantType(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
    return null;
  }

  @Override
  public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
    return null;
  }

  @Override
  public TypeDetails checkFunction(
      FHIRPathEngine engine,
      Object context,
      String name,
      TypeDetails focus,
      List<TypeDetails> parameters) {
    throw new UnsupportedOperationException("There are no functions but FHIRPath's own");
  }

  @Override
  public List<Base> executeFunction(
      FHIRPathEngine engine,
      Object context,
      List<Base> focus,
      String name,
      List<List<Base>> parameters) {
    throw new UnsupportedOperationException("There are no functions but FHIRPath's own");
  }

  @Override
  public boolean paramIsType(String name, int index) {
    return false;
  }

  @Override
  public boolean log(String argument, List<Base> focus) {
    return true; // What trace() would write is patient data; it is taken for written.
  }

  @Override
  public @Nullable Base resolveReference(
      FHIRPathEngine engine, Object context, String url, @Nullable Base refContext) {
    return url.startsWith("#") && context instanceof DomainResource resource
        ? resource.getContained().stream()
            .filter(
                one ->
                    url.substring(1).equals(one.getIdElement().getIdPart().replaceFirst("^#", "")))
            .findFirst()
            .orElse(null)
        : null;
  }

  @Override
  public boolean conformsToProfile(
      FHIRPathEngine engine, Object context, Base item, String profile) {
    throw new UnsupportedOperationException("No profile of a source is known here");
  }

  @Override
  public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object context, String url) {
    return null;
  }
}
