package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.ResourceType;

/** Compiles the FHIRPath of a mapping by HL7's engine, and holds it to the elements of R4. */
final class Paths {
  private final FHIRPathEngine engine;

  Paths(FhirContext context) {
    engine =
        new FHIRPathEngine(
            new HapiWorkerContext(context, new DefaultProfileValidationSupport(context)));
    engine.setHostServices(new WithinResource());
  }

  /** An expression that cannot be compiled; the message says why. */
  static final class NoPath extends Exception {
    private static final long serialVersionUID = 1;

    NoPath(String reason) {
      super(reason);
    }
  }

  /** Whether R4 has a type of resource. */
  static boolean isType(String name) {
    try {
      ResourceType.fromCode(name);
      return true;
    } catch (FHIRException e) {
      return false;
    }
  }

  /**
   * Compiles an expression about a type of resource.
   *
   * @throws NoPath where it is no FHIRPath, or R4 has no such element there
   */
  Path compile(String expression, String type) throws NoPath {
    try {
      ExpressionNode node = engine.parse(expression);
      TypeDetails found =
          engine.checkOnTypes(
              null,
              type,
              expression,
              new TypeDetails(CollectionStatus.SINGLETON, type),
              node,
              new ArrayList<>());
      Set<String> types = new HashSet<>();
      found.getTypes().forEach(one -> types.add(nameOf(one)));
      return new Path(engine, type, expression, node, types);
    } catch (FHIRException e) {
      throw new NoPath(String.valueOf(e.getMessage()));
    }
  }

  /** FHIRPath's own types are written with a capital: {@code System.Boolean}. */
  private static String nameOf(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1);
    return name.startsWith("System.")
        ? Character.toLowerCase(name.charAt(7)) + name.substring(8)
        : name;
  }
}
