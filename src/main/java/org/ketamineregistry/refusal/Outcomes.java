package org.ketamineregistry.refusal;

import java.util.Collection;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;

/** Problems and notices as FHIR's OperationOutcome. */
public final class Outcomes {
  private static final String CODES = Canonical.ERROR_CODES;
  private static final String RULES = Canonical.BASE + "/rules";
  private static final String LINE =
      "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
  private static final String COLUMN =
      "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

  private Outcomes() {}

  /** Every problem as an issue of severity error. */
  public static OperationOutcome ofProblems(Collection<Problem> problems) {
    var outcome = new OperationOutcome();
    for (Problem problem : problems) {
      var issue = issue(outcome, IssueSeverity.ERROR, problem.code().kind().code());
      issue.getDetails().addCoding().setSystem(CODES).setCode(problem.code().code());
      if (problem.rule() != null) {
        issue.getDetails().addCoding().setSystem(RULES).setCode(problem.rule());
      }
      issue.setDiagnostics(problem.message());
      place(issue, problem.expression());
      if (problem.line() > 0) {
        issue.addExtension(LINE, new IntegerType(problem.line()));
        issue.addExtension(COLUMN, new IntegerType(Math.max(problem.column(), 1)));
      }
    }
    return outcome;
  }

  /** Every notice as an issue of severity information. */
  public static OperationOutcome ofNotices(Collection<Notice> notices) {
    var outcome = new OperationOutcome();
    notices.forEach(notice -> add(outcome, notice));
    return outcome;
  }

  /** Adds a notice to an outcome. */
  public static void add(OperationOutcome outcome, Notice notice) {
    var issue = issue(outcome, IssueSeverity.INFORMATION, "informational");
    issue.getDetails().addCoding().setSystem(CODES).setCode(notice.code().code());
    issue.setDiagnostics(notice.message());
    place(issue, notice.expression());
  }

  private static OperationOutcomeIssueComponent issue(
      OperationOutcome outcome, IssueSeverity severity, String type) {
    return outcome.addIssue().setSeverity(severity).setCode(IssueType.fromCode(type));
  }

  private static void place(OperationOutcomeIssueComponent issue, @Nullable String expression) {
    if (expression != null) {
      issue.addExpression(expression);
    }
  }
}
