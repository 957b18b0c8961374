package org.ketamineregistry.validate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Format;

/**
 * Where a parser found something, as a FHIRPath expression from the root. HL7's parser of JSON says
 * it so; that of XML tells a path of names from the nearest resource, without indices, and a line
 * and a column.
 */
final class FindingPlaces {
  private final Element root;
  private final Format format;

  FindingPlaces(Element root, Format format) {
    this.root = root;
    this.format = format;
  }

  String of(ValidationMessage finding) {
    return format == Format.XML
        ? inXml(finding, names(finding.getLocation()))
        : MessageTranslator.expression(finding.getLocation());
  }

  /** The last element with these names that begins before the finding. */
  private String inXml(ValidationMessage finding, List<String> names) {
    String[] last = {root.fhirType()};
    Map<String, String> resources = new LinkedHashMap<>();
    Walk.over(
        root,
        root.fhirType(),
        (expression, element) -> {
          if (element.isResource()) {
            resources.put(expression, element.fhirType());
          }
          boolean before =
              element.line() < finding.getLine()
                  || (element.line() == finding.getLine() && element.col() <= finding.getCol());
          if (before && leadTo(names, expression, resources)) {
            last[0] = expression;
          }
        });
    return last[0];
  }

  private static boolean leadTo(
      List<String> names, String expression, Map<String, String> resources) {
    return resources.entrySet().stream()
        .filter(resource -> expression.startsWith(resource.getKey()))
        .anyMatch(
            resource ->
                leadTo(
                    names, resource.getValue() + expression.substring(resource.getKey().length())));
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

  private static List<String> names(@Nullable String path) {
    return Arrays.stream(String.valueOf(path).replaceFirst("^/", "").split("/"))
        .map(step -> step.replaceFirst("^[A-Za-z0-9]+:", ""))
        .filter(name -> !name.equals("text()"))
        .toList();
  }
}
