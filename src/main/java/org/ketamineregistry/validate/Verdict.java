package org.ketamineregistry.validate;

import java.util.List;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/**
 * What is said of a submission before anything on record is asked.
 *
 * @param problems why it would be refused, in the order of the text; empty where it is valid
 * @param notices what its sender should know of a valid one
 */
public record Verdict(List<Problem> problems, List<Notice> notices) {
  public Verdict {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  static Verdict together(List<Verdict> parts) {
    return new Verdict(
        parts.stream().flatMap(part -> part.problems().stream()).distinct().toList(),
        parts.stream().flatMap(part -> part.notices().stream()).distinct().toList());
  }
}
