package org.ketamineregistry.network;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Reads what a member answered to {@code $evaluate-protected}: a Parameters resource with {@code
 * status}, {@code cut} and {@code report}. What it does not know it passes over; what it needs it
 * checks, since a wrong figure of one member would be in the figures of all.
 */
public final class AnswerReader {
  private final FhirContext context;

  public AnswerReader(FhirContext context) {
    this.context = context;
  }

  /**
   * @param answer a Parameters resource, as JSON
   * @throws NotAnAnswer where it is none, or is one to another question
   */
  public MemberAnswer read(String answer, NetworkQuestion question) throws NotAnAnswer {
    Parameters parameters = parameters(answer);
    MemberStatus status =
        value(parameters, "status")
            .flatMap(MemberStatus::coded)
            .orElseThrow(() -> new NotAnAnswer("Its status is none of the guide's."));
    Optional<String> cut = value(parameters, "cut");
    List<MemberAnswer.Row> rows = List.of();
    Optional<MeasureReport> report = report(parameters);
    if (report.isPresent() && status.isInTheAnswer()) {
      rows = new ReportReader(question).rows(report.get());
    }
    if (status == MemberStatus.COMPLETE && rows.isEmpty()) {
      throw new NotAnAnswer("It is complete and has none of the figures that were asked for.");
    }
    try {
      return new MemberAnswer(status, cut.map(LocalDate::parse).orElse(null), rows);
    } catch (DateTimeException e) {
      throw new NotAnAnswer("Its cut is no day.");
    }
  }

  /** The report in an answer, as it was received. */
  public Optional<MeasureReport> report(String answer) throws NotAnAnswer {
    return report(parameters(answer));
  }

  private Parameters parameters(String answer) throws NotAnAnswer {
    try {
      return context.newJsonParser().parseResource(Parameters.class, answer);
    } catch (DataFormatException | ClassCastException e) {
      throw new NotAnAnswer("It is no Parameters resource in JSON.");
    }
  }

  private static Optional<MeasureReport> report(Parameters parameters) {
    return named(parameters, "report")
        .map(ParametersParameterComponent::getResource)
        .filter(MeasureReport.class::isInstance)
        .map(MeasureReport.class::cast);
  }

  private static Optional<String> value(Parameters parameters, String name) {
    return named(parameters, name)
        .map(ParametersParameterComponent::getValue)
        .filter(value -> value != null && value.isPrimitive())
        .map(value -> value.primitiveValue());
  }

  private static Optional<ParametersParameterComponent> named(Parameters parameters, String name) {
    return parameters.getParameter().stream()
        .filter(parameter -> name.equals(parameter.getName()))
        .findFirst();
  }
}
