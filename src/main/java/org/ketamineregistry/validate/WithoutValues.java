package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values that were sent out of a message. HL7's validator likes to quote what it found,
 * and what it found may be a patient's name in the wrong place. Names of systems and definitions
 * stay, since they tell the vendor what is meant.
 */
final class WithoutValues {
  static final String MARK = "[value]";
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");
  private static final Set<String> DEFINITIONS = Set.of("uri", "canonical", "url");

  private WithoutValues() {}

  /**
   * @param message the validator's words
   * @param resource the resource that they are about
   * @param location the FHIRPath expression from the resource's type to the element at fault
   */
  static String of(String message, Element resource, String location) {
    Element at = find(resource, location);
    var values = new ArrayList<String>();
    collect(at == null ? resource : at, values);
    values.sort(Comparator.comparingInt(String::length).reversed());
    String result = message;
    for (String value : values) {
      // A short value is taken out only where it stands alone, not inside a word of the message.
      result =
          Pattern.compile("(?<![A-Za-z0-9.-])" + Pattern.quote(value) + "(?![A-Za-z0-9-])")
              .matcher(result)
              .replaceAll(Matcher.quoteReplacement(MARK));
    }
    return result;
  }

  private static void collect(Element element, List<String> values) {
    if (element.isPrimitive() && element.hasValue() && !isDefinition(element)) {
      values.add(element.getValue());
    }
    element.getChildren().forEach(child -> collect(child, values));
  }

  private static boolean isDefinition(Element element) {
    return DEFINITIONS.contains(element.fhirType()) && element.getValue().startsWith("http");
  }

  private static @Nullable Element find(Element resource, String location) {
    Element at = resource;
    String[] steps = location.split("\\.");
    for (int i = 1; i < steps.length && at != null; i++) {
      var step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        return null;
      }
      at = child(at, step.group(1), step.group(2) == null ? 0 : Integer.parseInt(step.group(2)));
    }
    return at;
  }

  private static @Nullable Element child(Element parent, String name, int index) {
    int seen = 0;
    for (Element child : parent.getChildren()) {
      if (Walk.plain(child).equals(name) && seen++ == index) {
        return child;
      }
    }
    return null;
  }
}
