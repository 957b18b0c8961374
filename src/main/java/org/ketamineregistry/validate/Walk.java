package org.ketamineregistry.validate;

import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Element;

/** Visits every element of a resource, with the FHIRPath expression that leads to it. */
final class Walk {
  /** Takes one element and its place. */
  @FunctionalInterface
  interface Visitor {
    void visit(String expression, Element element);
  }

  private Walk() {}

  static void over(Element element, String expression, Visitor visitor) {
    visitor.visit(expression, element);
    if (!element.hasChildren()) {
      return;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Element child : element.getChildren()) {
      String name = plain(child);
      String step =
          child.getProperty().isList()
              ? name + "[" + (seen.merge(name, 1, Integer::sum) - 1) + "]"
              : name;
      over(child, expression + "." + step, visitor);
    }
  }

  /** The element's name in FHIRPath: a choice goes by its stem, whatever its type. */
  static String plain(Element element) {
    String defined = element.getProperty().getName();
    String name = defined.endsWith("[x]") ? defined : element.getName();
    return name.endsWith("[x]") ? name.substring(0, name.length() - 3) : name;
  }
}
