package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Property;

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
      // A resource within another has the property of its type, besides the one that it stands in.
      Property property =
          child.getElementProperty() == null ? child.getProperty() : child.getElementProperty();
      String name = plain(property.getName());
      String step =
          property.isList() ? name + "[" + (seen.merge(name, 1, Integer::sum) - 1) + "]" : name;
      over(child, expression + "." + step, visitor);
    }
  }

  /** The element that an expression leads to. */
  static Optional<Element> at(Element element, String expression, String place) {
    var found = new ArrayList<Element>(1);
    over(
        element,
        expression,
        (at, visited) -> {
          if (at.equals(place)) {
            found.add(visited);
          }
        });
    return found.stream().findFirst();
  }

  /** How many elements there are, this one and those within it. */
  static int size(Element element) {
    int size = 1;
    for (Element child : element.getChildren()) {
      size += size(child);
    }
    return size;
  }

  /** The expressions of all elements with a place, which may lack the last index, in order. */
  static List<String> steps(Element resource, String expression, String place) {
    var found = new ArrayList<String>();
    over(
        resource,
        expression,
        (at, element) -> {
          boolean item =
              at.startsWith(place + "[") && at.indexOf(']', place.length()) == at.length() - 1;
          if (at.equals(place) || item) {
            found.add(at);
          }
        });
    return found;
  }

  /** An element's name in FHIRPath: a choice goes by its stem, not as JSON and XML write it. */
  private static String plain(String name) {
    return name.endsWith("[x]") ? name.substring(0, name.length() - 3) : name;
  }
}
