package org.ketamineregistry.network.outbound;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.network.NetworkQuestion;

/** Writes a question as the parameters of {@code $evaluate-protected}. */
final class QuestionWriter {
  private final FhirContext context;

  QuestionWriter(FhirContext context) {
    this.context = context;
  }

  String text(NetworkQuestion question) {
    var parameters = new Parameters();
    parameters.addParameter("period-start", new DateType(question.start().toString()));
    parameters.addParameter("period-end", new DateType(question.end().toString()));
    question
        .filters()
        .forEach(
            (dimension, band) -> {
              var filter = parameters.addParameter().setName("filter");
              filter.addPart().setName("dimension").setValue(new CodeType(dimension));
              filter.addPart().setName("band").setValue(new CodeType(band));
            });
    question
        .stratifiers()
        .forEach(dimension -> parameters.addParameter("stratifier", new CodeType(dimension)));
    parameters.addParameter("guide-version", new StringType(question.guideVersion()));
    return context.newJsonParser().encodeResourceToString(parameters);
  }
}
