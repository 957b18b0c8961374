package org.ketamineregistry.privacy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A population of an indicator's group that is released.
 *
 * @param role which population it is
 * @param unit what it counts
 * @param expression the CQL expression that is its normative text, with its library
 * @param leftOut the expression of those to be left out of it, or null. They are left out before
 *     anything is counted: a third figure beside numerator and denominator would add its own noise
 *     to every proportion, and one more difference to be taken
 */
public record Population(
    Role role, CountingUnit unit, String expression, @Nullable String leftOut) {

  /** The populations that are released; the codes are those of FHIR's measure-population. */
  public enum Role {
    /** Of an indicator that is a count, the count. Elsewhere it is not released. */
    INITIAL_POPULATION("initial-population"),
    DENOMINATOR("denominator"),
    NUMERATOR("numerator");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Role of(String code) {
      return Arrays.stream(values())
          .filter(role -> role.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No population is called " + code));
    }
  }

  /** What the population is, apart from the role that it plays in a group. */
  String members() {
    return leftOut == null ? expression : expression + " without " + leftOut;
  }
}
