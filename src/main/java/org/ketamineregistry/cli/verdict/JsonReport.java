package org.ketamineregistry.cli.verdict;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.refusal.Outcomes;

/**
 * For a program: one Bundle of type collection with an OperationOutcome for each file, the same
 * that the server would answer. One document rather than a line each, since whoever reads it wants
 * it whole and reads FHIR already.
 */
final class JsonReport implements Report {
  private static final String FILE =
      "http://hl7.org/fhir/StructureDefinition/operationoutcome-file";

  private final PrintWriter out;
  private final FhirContext context;
  private final Bundle bundle = new Bundle();

  JsonReport(PrintWriter out, FhirContext context) {
    this.out = out;
    this.context = context;
    bundle.setType(BundleType.COLLECTION);
  }

  @Override
  public void add(Judged judged) {
    OperationOutcome outcome = Outcomes.ofProblems(judged.problems());
    judged.notices().forEach(notice -> Outcomes.add(outcome, notice));
    if (judged.unusable() != null) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.FATAL)
          .setCode(IssueType.INCOMPLETE)
          .setDiagnostics("The file is " + judged.unusable() + ".");
    } else if (judged.isValid()) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.INFORMATION)
          .setCode(IssueType.INFORMATIONAL)
          .setDiagnostics("Valid, as far as can be said without the registry's records.");
    }
    outcome.addExtension(FILE, new StringType(judged.input().name()));
    bundle.addEntry().setResource(outcome);
  }

  @Override
  public void end(Tally tally) {
    out.println(context.newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle));
    out.flush();
  }
}
