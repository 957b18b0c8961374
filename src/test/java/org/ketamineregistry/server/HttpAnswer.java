package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What a server answered. */
record HttpAnswer(HttpResponse<byte[]> response) {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  int status() {
    return response.statusCode();
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The id of the receipt. */
  String receipt() {
    String url = header("X-Receipt").orElseThrow(() -> new AssertionError("No receipt: " + this));
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** {@code Type/id} of what a single write made, or of the entries of a bundle. */
  List<String> locations() {
    Stream<String> all =
        header("Location").isPresent()
            ? header("Location").stream()
            : bundle().getEntry().stream()
                .map(entry -> entry.getResponse().getLocation())
                .filter(Objects::nonNull);
    return all.map(at -> at.replaceFirst("^.*/fhir/", "").replaceFirst("/_history/.*", ""))
        .toList();
  }

  /** {@code Type/id} of the first thing of a type that was written. */
  String location(String type) {
    return locations().stream()
        .filter(at -> at.startsWith(type + "/"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + type + ": " + this));
  }

  Bundle bundle() {
    return resource(Bundle.class);
  }

  <T extends Resource> T resource(Class<T> type) {
    String contentType = header("Content-Type").orElse("");
    IParser parser = contentType.contains("xml") ? FHIR.newXmlParser() : FHIR.newJsonParser();
    try {
      return type.cast(parser.parseResource(text()));
    } catch (RuntimeException e) {
      throw new AssertionError("No " + type.getSimpleName() + ": " + this, e);
    }
  }

  /** Every issue of an outcome, or of the outcomes of a bundle's entries. */
  List<Issue> issues() {
    Resource resource = resource(Resource.class);
    Stream<OperationOutcome> outcomes =
        resource instanceof Bundle bundle
            ? bundle.getEntry().stream()
                .map(entry -> entry.getResponse().getOutcome())
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
            : Stream.of(resource)
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast);
    return outcomes.flatMap(outcome -> outcome.getIssue().stream()).map(Issue::of).toList();
  }

  @Override
  public String toString() {
    String body = text();
    return "HTTP " + status() + " " + (body.length() > 4_000 ? body.substring(0, 4_000) : body);
  }

  /** One issue of an outcome, its place without indices of the answer itself. */
  record Issue(
      String severity, String code, String rule, String expression, int line, String message) {
    private static Issue of(OperationOutcomeIssueComponent issue) {
      var codings = issue.getDetails().getCoding();
      return new Issue(
          issue.getSeverity().toCode(),
          codings.isEmpty() ? "" : codings.get(0).getCode(),
          codings.size() < 2 ? "" : codings.get(1).getCode(),
          issue.getExpression().stream().map(StringType::getValue).findFirst().orElse(""),
          issue.getExtension().stream()
              .filter(extension -> extension.getUrl().endsWith("issue-line"))
              .map(extension -> Integer.parseInt(extension.getValue().primitiveValue()))
              .findFirst()
              .orElse(0),
          String.valueOf(issue.getDiagnostics()));
    }
  }
}
