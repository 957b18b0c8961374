package org.ketamineregistry.validate;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.refusal.Problem;

/**
 * What is said of a submission, or of a resource that is none, before anything is written.
 *
 * @param problems why it would be refused, in the order of the text; empty where it is valid
 * @param notices what its sender should know
 * @param profiles the profiles that it was held against, each once, in the order of the text
 */
public record Verdict(List<Problem> problems, List<Notice> notices, List<String> profiles) {
  public Verdict {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
    profiles = List.copyOf(profiles);
  }

  /** Nothing more can be said than what is wrong. */
  public static Verdict refused(List<Problem> problems) {
    return new Verdict(problems, List.of(), List.of());
  }

  public boolean isValid() {
    return problems.isEmpty();
  }

  /** The verdict on the parts of a whole. */
  public static Verdict together(List<Verdict> parts) {
    return new Verdict(
        parts.stream().flatMap(part -> part.problems().stream()).distinct().toList(),
        parts.stream().flatMap(part -> part.notices().stream()).distinct().toList(),
        parts.stream().flatMap(part -> part.profiles().stream()).distinct().toList());
  }

  /**
   * As FHIR says it: problems are errors, notices information, and there is always an issue.
   *
   * @param valid what to say where there is no problem
   */
  public OperationOutcome outcome(String valid) {
    OperationOutcome outcome = Outcomes.ofProblems(problems);
    notices.forEach(notice -> Outcomes.add(outcome, notice));
    if (isValid()) {
      say(outcome, valid);
    }
    if (!profiles.isEmpty()) {
      say(outcome, "Held against " + String.join(", ", profiles) + ".");
    }
    return outcome;
  }

  private static void say(OperationOutcome outcome, String words) {
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics(words);
  }
}
