package org.ketamineregistry.validate;

import java.util.function.Consumer;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * An extension that the guide does not define could hold anything about a person, so none is taken.
 * The profiles say so of a resource as a whole; this says which extension it is.
 */
final class ForeignExtensions implements Walk.Visitor {
  static final String ADVICE =
      "This extension is none that the guide defines: leave it out, and check the spelling of its url.";

  private final Consumer<Problem> problems;

  ForeignExtensions(Consumer<Problem> problems) {
    this.problems = problems;
  }

  @Override
  public void visit(String expression, Element element) {
    if (!element.fhirType().equals("Extension")) {
      return;
    }
    String url = element.getNamedChildValue("url");
    // The parts of an extension have names of their own, which are no absolute URLs.
    if (url != null && url.contains(":") && !url.startsWith(Canonical.extension(""))) {
      problems.accept(
          Problem.at(
              ErrorCode.EXTENSION_UNKNOWN, expression, element.line(), element.col(), ADVICE));
    }
  }
}
