package org.ketamineregistry.refusal;

import java.util.Comparator;
import java.util.List;

/**
 * The submission is not taken: all problems that were found, and the one HTTP status that goes with
 * them. The exception's message names codes only, so that it may be logged.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final long retryAfter;

  public Refused(List<Problem> problems) {
    this(problems, 0);
  }

  private Refused(List<Problem> problems, long retryAfter) {
    super(summary(problems), null, false, false);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("A refusal needs a problem");
    }
    this.problems = List.copyOf(problems);
    this.retryAfter = retryAfter;
  }

  public Refused(Problem problem) {
    this(List.of(problem));
  }

  public static Refused because(ErrorCode code, String message) {
    return new Refused(Problem.of(code, message));
  }

  /** A refusal that ends with time: the same may be tried again after so many seconds. */
  public static Refused after(long seconds, ErrorCode code, String message) {
    return new Refused(List.of(Problem.of(code, message)), seconds);
  }

  /** The seconds after which the same may be tried again; 0 where time alone changes nothing. */
  public long retryAfter() {
    return retryAfter;
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * The status of the answer: that of the only kind of problem, or the lowest one (a malformed part
   * outweighs an invalid one).
   */
  public int status() {
    return problems.stream()
        .map(Problem::code)
        .map(ErrorCode::status)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String summary(List<Problem> problems) {
    return problems.stream().map(problem -> problem.code().code()).distinct().toList().toString();
  }
}
