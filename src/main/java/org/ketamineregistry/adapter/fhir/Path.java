package org.ketamineregistry.adapter.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A compiled expression.
 *
 * @param type of the resources that it is about
 * @param text as the mapping has it
 * @param types of what it can find
 */
record Path(
    FHIRPathEngine engine, String type, String text, ExpressionNode node, Set<String> types) {

  /** How faults name it. */
  String origin() {
    boolean plain = Character.isLowerCase(text.charAt(0)) && !text.contains(" ");
    return type + (plain ? "." : ": ") + text;
  }

  /** What is found. The engine's words of a failure could repeat a value, so they are not told. */
  List<Base> find(Resource resource) throws Unfit {
    try {
      return engine.evaluate(resource, resource, resource, resource, node);
    } catch (FHIRException | UnsupportedOperationException e) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "The expression cannot be evaluated on this resource: it wants one value where there are"
              + " several, or a value of another kind.");
    }
  }

  /** Whether a condition holds. */
  boolean holds(Resource resource) throws Unfit {
    List<Base> found = find(resource);
    if (found.size() > 1) {
      throw new Unfit(ErrorCode.VALUE_INVALID, "The condition finds more than one value.");
    }
    return !found.isEmpty() && "true".equals(found.get(0).primitiveValue());
  }
}
