package org.ketamineregistry.validate;

import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;

/**
 * The two rules that FHIR has for every element and every extension, in plain words of Java: most
 * rules that are looked at are one of them, and FHIRPath takes long. Where one of them seems not to
 * be met, FHIRPath has the last word.
 */
final class PlainInvariants {
  private static final String CONTENT = "hasValue() or (children().count() > id.count())";
  private static final String EXTENSION_OR_VALUE = "extension.exists() != value.exists()";

  private PlainInvariants() {}

  /** Whether a rule is one of them, and is met beyond doubt. */
  static boolean areMet(ElementDefinitionConstraintComponent rule, Element element) {
    return switch (rule.getKey()) {
      case "ele-1" -> CONTENT.equals(rule.getExpression()) && hasContent(element);
      case "ext-1" -> EXTENSION_OR_VALUE.equals(rule.getExpression()) && hasEither(element);
      default -> false;
    };
  }

  private static boolean hasContent(Element element) {
    if (element.getXhtml() != null) {
      return true; // HL7 does not bear that narrative is asked for its value.
    }
    if (element.hasValue() && !element.getValue().isEmpty()) {
      return true;
    }
    if (element.hasChildren()) {
      for (Element child : element.getChildren()) {
        if (!child.getName().equals("id")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasEither(Element extension) {
    boolean nested = false;
    boolean value = false;
    for (Element child : extension.getChildren()) {
      nested |= child.getName().equals("extension");
      value |= child.getName().startsWith("value");
    }
    return nested != value;
  }
}
