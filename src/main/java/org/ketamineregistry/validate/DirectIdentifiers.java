package org.ketamineregistry.validate;

import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * Patients and prescribers are pseudonymous: whatever names, locates or shows a person is refused,
 * wherever it stands. An Organization is no person; its profile says what it may have.
 */
final class DirectIdentifiers implements Walk.Visitor {
  private static final Set<String> TYPES =
      Set.of("HumanName", "Address", "ContactPoint", "ContactDetail", "Attachment");

  private final Consumer<Problem> problems;

  DirectIdentifiers(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** Resources of these types are looked through. */
  static boolean concern(String resourceType) {
    return !resourceType.equals("Organization");
  }

  @Override
  public void visit(String expression, Element element) {
    if (TYPES.contains(element.fhirType()) || isContact(element)) {
      problems.accept(
          Problem.at(
              ErrorCode.DIRECT_IDENTIFIER,
              expression,
              element.line(),
              element.col(),
              "The registry holds no names, addresses, telephone numbers, pictures or contacts of"
                  + " persons: remove this element before sending. Nothing of this submission was"
                  + " kept."));
    }
  }

  private static boolean isContact(Element element) {
    return element.getProperty().getDefinition().getPath().equals("Patient.contact");
  }
}
