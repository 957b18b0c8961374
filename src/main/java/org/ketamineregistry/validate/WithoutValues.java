package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.profiles.Canonical;

/**
 * Takes the values that were sent out of a message. HL7's validator likes to quote what it found,
 * and what it found may be a patient's name in the wrong place. Names of known systems and
 * definitions stay, since they tell the vendor what is meant.
 */
final class WithoutValues {
  static final String MARK = "[value]";
  private static final Set<String> DEFINITIONS = Set.of("uri", "canonical", "url");
  private static final List<String> KNOWN =
      List.of(
          Canonical.BASE,
          "http://hl7.org/fhir/",
          "http://terminology.hl7.org/",
          "http://loinc.org",
          "http://snomed.info/sct",
          "http://unitsofmeasure.org");

  private WithoutValues() {}

  /**
   * @param message the validator's words
   * @param resource the resource that they are about; any of its values may be quoted
   */
  static String of(String message, Element resource) {
    var values = new ArrayList<String>();
    collect(resource, values);
    values.sort(Comparator.comparingInt(String::length).reversed());
    String result = message;
    for (String value : values) {
      if (!result.contains(value)) {
        continue; // Most are not quoted, and to compile a pattern for each costs too much.
      }
      // A short value is taken out only where it stands alone, not inside a word of the message.
      result =
          Pattern.compile("(?<![A-Za-z0-9.-])" + Pattern.quote(value) + "(?![A-Za-z0-9-])")
              .matcher(result)
              .replaceAll(Matcher.quoteReplacement(MARK));
    }
    return result;
  }

  private static void collect(Element element, List<String> values) {
    if (element.fhirType().equals("xhtml")) {
      return; // Of narrative HL7's words are never passed on.
    }
    if (element.isPrimitive() && element.hasValue() && !isDefinition(element)) {
      values.add(element.getValue());
    }
    element.getChildren().forEach(child -> collect(child, values));
  }

  private static boolean isDefinition(Element element) {
    return DEFINITIONS.contains(element.fhirType())
        && KNOWN.stream().anyMatch(element.getValue()::startsWith);
  }
}
