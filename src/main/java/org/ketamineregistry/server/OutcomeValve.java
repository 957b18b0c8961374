package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/**
 * Answers what Tomcat itself turns away, a request that is no HTTP for example, and what anybody
 * turns away by a bare status, with an OperationOutcome in place of Tomcat's page. Tomcat makes it
 * by its name.
 */
public final class OutcomeValve extends ErrorReportValve {
  private static final int FIRST_ERROR = 400;
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < FIRST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canBeSent(response)) {
      return;
    }
    Problem problem = problem(response.getStatus());
    Format format = format(request, response);
    IParser parser = format == Format.JSON ? FHIR.newJsonParser() : FHIR.newXmlParser();
    String outcome =
        parser.encodeResourceToString(Outcomes.ofProblems(new Refused(problem).problems()));
    response.setStatus(problem.code().status());
    response.setContentType(format.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(outcome.getBytes(StandardCharsets.UTF_8).length);
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(outcome);
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      // Nobody is there to read it any more.
    }
  }

  private static boolean canBeSent(Response response) {
    var allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }

  private static Format format(Request request, Response response) {
    var exchange = new Exchange(request, response);
    try {
      exchange.negotiate();
    } catch (Refused notAcceptable) {
      // Better an answer in another format than none.
    }
    return exchange.format();
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 403 ->
          Problem.of(
              ErrorCode.FORBIDDEN,
              "Without an identity provider this registry answers to localhost only: address it by"
                  + " that name.");
      case 404 ->
          Problem.of(
              ErrorCode.NOT_FOUND,
              "Nothing is here: the FHIR base is /fhir, and the guide is at /guide.");
      case 405 -> Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "This is not offered here.");
      case 406 ->
          Problem.of(
              ErrorCode.NOT_ACCEPTABLE,
              "The registry answers in application/fhir+json or application/fhir+xml.");
      case 408 ->
          Problem.of(ErrorCode.BODY_TOO_SLOW, "The body took too long to arrive: send it again.");
      case 413 -> Problem.of(ErrorCode.TOO_LARGE, "The request is too large.");
      case 415 ->
          Problem.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Content-Type is application/fhir+json or application/fhir+xml.");
      case 503 -> Problem.of(ErrorCode.OVERLOADED, "The registry is busy: ask again later.");
      default ->
          isOfTheRequest(status)
              ? Problem.of(
                  ErrorCode.INVALID_REQUEST,
                  "This is not a request as HTTP/1.1 and the registry know it: look at the request"
                      + " line, the headers and their length, and how the body is cut.")
              : Problem.of(
                  ErrorCode.INTERNAL,
                  "The registry made a mistake. Please report the X-Request-Id of this response.");
    };
  }

  /**
   * Tomcat says 501 of a transfer coding or method, and 505 of a version, that it does not know.
   */
  private static boolean isOfTheRequest(int status) {
    return status < 500 || status == 501 || status == 505;
  }
}
