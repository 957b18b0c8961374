package org.ketamineregistry.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Property;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/**
 * XML can say twice what FHIR has once, and HL7's library has no answer to that but an error. In
 * JSON it would be a key that stands twice.
 */
final class Repetitions {
  private final List<Problem> problems = new ArrayList<>();

  private Repetitions() {}

  /**
   * @throws Refused 422 with every element that stands more often than FHIR allows
   */
  static void check(Element root) {
    var repetitions = new Repetitions();
    repetitions.within(root, root.fhirType());
    if (!repetitions.problems.isEmpty()) {
      throw new Refused(repetitions.problems);
    }
  }

  private void within(Element element, String expression) {
    Map<String, Integer> seen = new HashMap<>();
    for (Element child : element.getChildren()) {
      // A resource within another has the property of its type, besides the one it stands in.
      Property property =
          child.getElementProperty() == null ? child.getProperty() : child.getElementProperty();
      String name = property.getName().replace("[x]", "");
      int index = seen.merge(name, 1, Integer::sum) - 1;
      String at = expression + "." + name + (property.isList() ? "[" + index + "]" : "");
      if (index > 0 && !property.isList()) {
        problems.add(
            Problem.at(
                ErrorCode.ELEMENT_NOT_ALLOWED,
                at,
                child.line(),
                child.col(),
                "This element may stand once and stands again: leave one of them out."));
      }
      within(child, at);
    }
  }
}
