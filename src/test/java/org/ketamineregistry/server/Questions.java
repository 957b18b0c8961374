package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.profiles.GuideDefinitions;

/** A question about an indicator, as it is sent, and its answer. */
final class Questions {
  static final String VERSION =
      GuideDefinitions.get().guide().of(ImplementationGuide.class).get(0).getVersion();

  private final Parameters parameters = new Parameters();

  private Questions() {}

  /** About a period, by the guide's version. */
  static Questions of(String start, String end) {
    return by(VERSION, start, end);
  }

  static Questions by(String version, String start, String end) {
    var question = new Questions();
    question.parameters.addParameter("period-start", new DateType(start));
    question.parameters.addParameter("period-end", new DateType(end));
    question.parameters.addParameter("guide-version", new StringType(version));
    return question;
  }

  Questions narrowedTo(String dimension, String band) {
    var filter = parameters.addParameter().setName("filter");
    filter.addPart().setName("dimension").setValue(new CodeType(dimension));
    filter.addPart().setName("band").setValue(new CodeType(band));
    return this;
  }

  Questions dividedBy(String dimension) {
    parameters.addParameter("stratifier", new CodeType(dimension));
    return this;
  }

  /** Of the network: how long its members are waited for. */
  Questions within(int seconds) {
    parameters.addParameter(
        "deadline",
        new Duration()
            .setValue(seconds)
            .setUnit("s")
            .setSystem("http://unitsofmeasure.org")
            .setCode("s"));
    return this;
  }

  /** Of the network: these members alone. */
  Questions ofMembers(String... members) {
    for (String member : members) {
      parameters.addParameter(
          "member", new Identifier().setSystem(DirectoryReader.memberSystem()).setValue(member));
    }
    return this;
  }

  HttpAnswer askProtected(RegistryUnderTest registry, String measure, String... headers) {
    return registry.post("/Measure/" + measure + "/$evaluate-protected", text(), headers);
  }

  HttpAnswer askNetwork(RegistryUnderTest registry, String measure) {
    return registry.post("/Measure/" + measure + "/$ask-network", text());
  }

  HttpAnswer askExact(RegistryUnderTest registry, String measure) {
    return registry.post("/Measure/" + measure + "/$evaluate-exact", text());
  }

  private String text() {
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(parameters);
  }

  static String status(HttpAnswer answer) {
    return answer.resource(Parameters.class).getParameter("status").getValue().primitiveValue();
  }

  static MeasureReport report(HttpAnswer answer) {
    return (MeasureReport) answer.resource(Parameters.class).getParameter("report").getResource();
  }

  /** What is said where there is no report. */
  static String words(HttpAnswer answer) {
    return ((OperationOutcome)
            answer.resource(Parameters.class).getParameter("outcome").getResource())
        .getIssueFirstRep()
        .getDiagnostics();
  }

  /** What became of a question to the network at each member, by its id. */
  static Map<String, String> statuses(HttpAnswer answer) {
    return answer.resource(Parameters.class).getParameter().stream()
        .filter(parameter -> parameter.getName().equals("member"))
        .collect(
            Collectors.toMap(
                member -> ((Identifier) part(member, "identifier").getValue()).getValue(),
                member -> part(member, "status").getValue().primitiveValue()));
  }

  private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
    return of.getPart().stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
