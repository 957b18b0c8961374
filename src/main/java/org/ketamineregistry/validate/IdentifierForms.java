package org.ketamineregistry.validate;

import java.util.function.Consumer;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** By its identifiers a record is found again, so no two of them may be taken for one. */
final class IdentifierForms implements Walk.Visitor {
  private final Consumer<Problem> problems;

  IdentifierForms(Consumer<Problem> problems) {
    this.problems = problems;
  }

  @Override
  public void visit(String expression, Element element) {
    if (element.fhirType().equals("Identifier")
        && !BusinessIdentifier.tellsApart(part(element, "system"), part(element, "value"))) {
      problems.accept(
          Problem.at(
              ErrorCode.IDENTIFIER_FORM,
              expression,
              element.line(),
              element.col(),
              BusinessIdentifier.FORM));
    }
  }

  /** What is missing is for the profile to say. */
  private static String part(Element identifier, String name) {
    String value = identifier.getNamedChildValue(name);
    return value == null ? "" : value;
  }
}
