package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * Where a parser found something, as a FHIRPath expression from the root. HL7's parser of JSON says
 * it so; that of XML tells a path of names without indices, a line and a column.
 */
final class FindingPlaces {
  private final Element root;

  FindingPlaces(Element root) {
    this.root = root;
  }

  String of(ValidationMessage finding) {
    String location = MessageTranslator.expression(finding.getLocation());
    return location.startsWith("/") ? inXml(finding, names(location)) : location;
  }

  /** The last element with these names that begins before the finding. */
  private String inXml(ValidationMessage finding, List<String> names) {
    String[] last = {root.fhirType()};
    Walk.over(
        root,
        root.fhirType(),
        (expression, element) -> {
          boolean before =
              element.line() < finding.getLine()
                  || (element.line() == finding.getLine() && element.col() <= finding.getCol());
          if (before && leadTo(names, expression)) {
            last[0] = expression;
          }
        });
    return last[0];
  }

  private static boolean leadTo(List<String> names, String expression) {
    String[] steps = expression.replaceAll("\\[\\d+]", "").split("\\.");
    if (steps.length != names.size()) {
      return false;
    }
    for (int i = 0; i < steps.length; i++) {
      String name = names.get(i);
      boolean choice =
          name.length() > steps[i].length()
              && name.startsWith(steps[i])
              && Character.isUpperCase(name.charAt(steps[i].length()));
      if (!name.equals(steps[i]) && !choice) {
        return false;
      }
    }
    return true;
  }

  /** Names without prefixes, and without the element that FHIR XML wraps a resource in. */
  private static List<String> names(String path) {
    var names = new ArrayList<String>();
    for (String step : path.substring(1).split("/")) {
      String name = step.replaceFirst("^[A-Za-z0-9]+:", "");
      String before = names.isEmpty() ? "" : names.get(names.size() - 1);
      boolean wrapped = before.equals("resource") || before.equals("contained");
      if (!wrapped && !name.equals("text()")) {
        names.add(name);
      }
    }
    return names;
  }
}
