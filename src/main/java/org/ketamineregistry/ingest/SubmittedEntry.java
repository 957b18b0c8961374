package org.ketamineregistry.ingest;

import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a submission.
 *
 * @param index its place in the bundle, from 0; 0 for a single resource
 * @param expression the FHIRPath expression that leads to the resource, {@code
 *     Bundle.entry[3].resource} or the type's name for a single resource
 * @param fullUrl the entry's full URL; null where there is none
 * @param resource the resource as it was sent, each element with its line and column
 * @param action what the sender wants done
 */
public record SubmittedEntry(
    int index, String expression, @Nullable String fullUrl, Element resource, Action action) {

  public String type() {
    return resource.fhirType();
  }

  /**
   * The path of an element of this resource, for example {@code Encounter.subject}.
   *
   * @param within a FHIRPath expression that leads into this resource
   * @return the same from the resource's type on, without indices
   */
  public String pathTo(String within) {
    return type() + within.substring(expression.length()).replaceAll("\\[\\d+]", "");
  }
}
