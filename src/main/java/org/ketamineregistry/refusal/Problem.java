package org.ketamineregistry.refusal;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a submission, and where.
 *
 * @param code the stable code
 * @param rule what was violated, where a rule has a name: an invariant key such as {@code
 *     krn-adm-1}; null where the code says it all
 * @param expression a FHIRPath expression that leads to the element, null where there is none
 * @param line the line in the text as it was sent, from 1; 0 where not known
 * @param column the column in that line, from 1; 0 where not known
 * @param message what is wrong and what to do, never with a value that may be patient data
 */
public record Problem(
    ErrorCode code,
    @Nullable String rule,
    @Nullable String expression,
    int line,
    int column,
    String message) {

  public static Problem of(ErrorCode code, String message) {
    return new Problem(code, null, null, 0, 0, message);
  }

  public static Problem at(
      ErrorCode code, String expression, int line, int column, String message) {
    return new Problem(code, null, expression, Math.max(line, 0), Math.max(column, 0), message);
  }
}
