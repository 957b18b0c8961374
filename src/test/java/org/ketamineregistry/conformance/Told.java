package org.ketamineregistry.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * An error as an OperationOutcome of the registry tells it.
 *
 * @param rule the key of a rule; empty where there is none
 */
public record Told(
    ErrorCode code, String rule, String expression, int line, int column, String message) {

  /** The errors of an outcome in JSON. */
  public static List<Told> errors(JsonNode outcome) {
    var errors = new ArrayList<Told>();
    for (JsonNode issue : outcome.path("issue")) {
      String severity = issue.path("severity").asText();
      if (severity.equals("error") || severity.equals("fatal")) {
        String code = issue.at("/details/coding/0/code").asText();
        errors.add(
            new Told(
                ErrorCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')),
                issue.at("/details/coding/1/code").asText(),
                issue.at("/expression/0").asText(),
                issue.at("/extension/0/valueInteger").asInt(),
                issue.at("/extension/1/valueInteger").asInt(),
                issue.path("diagnostics").asText()));
      }
    }
    return errors;
  }

  /** Whether this is the defect of an example. */
  public boolean isOf(InvalidExample example) {
    return example.isTold(code, rule, expression);
  }
}
