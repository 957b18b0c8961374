package org.ketamineregistry.conformance;

import java.util.function.UnaryOperator;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * What the registry asks beyond any profile: HL7's validator finds each of these valid, the
 * registry refuses each for one reason. A constant has the name of its error code.
 */
public enum BeyondProfile {
  DATE_IMPLAUSIBLE(
      "Observation-heart-rate-before-gb-1",
      "Observation.effective",
      example -> example.withText("/effectiveDateTime", "1899-09-14T10:05:00+01:00")),
  IDENTIFIER_FORM(
      "Observation-heart-rate-before-gb-1",
      "Observation.identifier[0]",
      example -> example.withText("/identifier/0/system", "https://ehr.example/a|b")),
  REFERENCE_FORM(
      "Observation-heart-rate-before-gb-1",
      "Observation.subject",
      example ->
          example.withText("/subject/reference", "https://elsewhere.example/fhir/Patient/1")),
  REFERENCE_DANGLING(
      "Observation-heart-rate-before-gb-1",
      "Observation.subject",
      example ->
          example.withText("/subject/reference", "urn:uuid:9f0d2f1e-4f6f-4a55-b5ad-0f6b0a0f0001")),
  UNSUPPORTED_CONDITION(
      "Bundle-registration-gb-0001",
      "Bundle.entry[0].request",
      example -> example.withText("/entry/0/request/url", "Organization?name=x")),
  TYPE_NOT_ACCEPTED(
      "Patient-patient-gb-1",
      "Procedure",
      example ->
          Draft.of(
              "{\"resourceType\":\"Procedure\",\"status\":\"completed\","
                  + "\"subject\":{\"reference\":\"Patient/1\"}}"));

  private final String example;
  private final String expression;
  private final UnaryOperator<Draft> change;

  BeyondProfile(String example, String expression, UnaryOperator<Draft> change) {
    this.example = example;
    this.expression = expression;
    this.change = change;
  }

  public ErrorCode code() {
    return ErrorCode.valueOf(name());
  }

  /** Where the registry tells it. */
  public String expression() {
    return expression;
  }

  /** The resource, in JSON. */
  public String text() {
    return change.apply(Draft.of(Ehr.file(example))).text();
  }
}
