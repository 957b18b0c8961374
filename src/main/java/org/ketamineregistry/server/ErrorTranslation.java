package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.util.StringJoiner;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Puts what HAPI throws while it reads into the registry's own codes and words. HAPI's messages may
 * quote the request, so none of them is passed on. Each leaves an entry in the audit.
 */
@Interceptor
public final class ErrorTranslation {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslation.class);

  private final RequestAudit audit;

  ErrorTranslation(RequestAudit audit) {
    this.audit = audit;
  }

  /** Translates an exception on its way out. */
  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException translate(RequestDetails request, Throwable thrown) {
    if (thrown instanceof RefusedAsHapi refused) {
      return leavingTrace(request, refused);
    } else if (thrown instanceof Refused refused) {
      return leavingTrace(request, asHapi(refused));
    }
    int status = status(thrown);
    Problem problem =
        switch (status) {
          case 400, 422 ->
              Problem.of(
                  ErrorCode.INVALID_REQUEST,
                  "The request is not understood: use the search parameters that [base]/metadata lists, with values of"
                      + " their type.");
          case 404, 410 -> Problem.of(ErrorCode.NOT_FOUND, "There is no such record.");
          case 405, 501 ->
              Problem.of(
                  ErrorCode.METHOD_NOT_ALLOWED,
                  "This registry does not offer this operation; see [base]/metadata.");
          case 406, 415 ->
              Problem.of(
                  ErrorCode.NOT_ACCEPTABLE,
                  "The registry answers in application/fhir+json or application/fhir+xml.");
          default -> unexpected(thrown);
        };
    return leavingTrace(request, asHapi(new Refused(problem)));
  }

  private BaseServerResponseException leavingTrace(RequestDetails request, RefusedAsHapi refused) {
    if (request instanceof ServletRequestDetails http && http.getServletRequest() != null) {
      audit.refused(http.getServletRequest(), refused.refused);
    }
    return refused;
  }

  private static int status(Throwable thrown) {
    if (thrown instanceof BaseServerResponseException known) {
      return known.getStatusCode();
    }
    // HAPI's own words for a date or a percent sign that it cannot read.
    return thrown instanceof DataFormatException || thrown instanceof IllegalArgumentException
        ? 400
        : 500;
  }

  static Problem unexpected(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessException || cause instanceof TransactionException) {
        return Problem.of(
            ErrorCode.DATABASE_UNAVAILABLE,
            "The registry cannot reach its database: ask again later.");
      }
    }
    LOG.error("Unexpected: {}", classesAndPlaces(thrown));
    return Problem.of(
        ErrorCode.INTERNAL,
        "The registry made a mistake. Please report the X-Request-Id of this response.");
  }

  /** Without messages, since they may quote a value. */
  private static String classesAndPlaces(Throwable thrown) {
    var chain = new StringJoiner(", caused by ");
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      chain.add(cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
    }
    return chain.toString();
  }

  static RefusedAsHapi asHapi(Refused refused) {
    return new RefusedAsHapi(refused);
  }

  static final class RefusedAsHapi extends UnclassifiedServerFailureException {
    private static final long serialVersionUID = 1L;

    private final Refused refused;

    RefusedAsHapi(Refused refused) {
      super(refused.status(), "refused");
      this.refused = refused;
      setOperationOutcome(Outcomes.ofProblems(refused.problems()));
      Challenge.of(refused.problems())
          .ifPresent(value -> addResponseHeader(Challenge.HEADER, value));
      if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        addResponseHeader("Retry-After", FhirAnswers.RETRY_AFTER_SECONDS);
      }
    }
  }
}
