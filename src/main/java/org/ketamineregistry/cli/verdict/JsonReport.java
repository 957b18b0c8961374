package org.ketamineregistry.cli.verdict;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;

/**
 * For a program: one Bundle of type collection with an OperationOutcome for each file, the same
 * that the server would answer. One document rather than a line each, since whoever reads it wants
 * it whole and reads FHIR already.
 */
final class JsonReport implements Report {
  private static final String VALID =
      "Valid, as far as can be said without the registry's records.";
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
    OperationOutcome outcome =
        judged.unusable() == null ? judged.verdict().outcome(VALID) : unusable(judged.unusable());
    outcome.addExtension(FILE, new StringType(judged.input().name()));
    bundle.addEntry().setResource(outcome);
  }

  private static OperationOutcome unusable(String why) {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.FATAL)
        .setCode(IssueType.INCOMPLETE)
        .setDiagnostics("The file is " + why + ".");
    return outcome;
  }

  @Override
  public void end(Tally tally) {
    out.println(context.newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle));
    out.flush();
  }
}
