package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Receipt;
import org.ketamineregistry.submission.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes what the line answers as FHIR over HTTP. */
@Component
final class FhirAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(FhirAnswers.class);
  static final String RETRY_AFTER_SECONDS = "2";

  private final FhirContext context;
  private final CurrentResources current;
  private final RequestAudit audit;

  FhirAnswers(FhirContext context, CurrentResources current, RequestAudit audit) {
    this.context = context;
    this.current = current;
    this.audit = audit;
  }

  /** What answers a request, or refuses it. */
  @FunctionalInterface
  interface Answering {
    void answer() throws IOException, ServletException;
  }

  /** Lets somebody answer, and tells whatever is thrown instead as an outcome. */
  void answering(Exchange exchange, Answering answering) throws IOException, ServletException {
    try {
      answering.answer();
    } catch (Refused refused) {
      refused(exchange, refused);
    } catch (DataAccessException | TransactionException e) {
      databaseUnavailable(exchange, e);
    } catch (RuntimeException | Error e) {
      // HL7's library throws bare errors, and deep recursion ends in one.
      unexpected(exchange, e);
    }
  }

  void answered(Exchange exchange, WriteAddress address, Answer answer) throws IOException {
    Footprint.of(exchange.request()).settle();
    if (answer instanceof Answer.Rejected rejected) {
      receipt(exchange, rejected.receipt());
      Challenge.of(rejected.problems())
          .ifPresent(value -> exchange.response().setHeader(Challenge.HEADER, value));
      write(exchange, rejected.receipt().status(), rejection(rejected));
    } else if (address.door().kind() == Door.Kind.BUNDLE) {
      if (answer instanceof Answer.Accepted accepted) {
        receipt(exchange, accepted.receipt());
      }
      write(exchange, HttpServletResponse.SC_OK, BundleAnswer.of(answer));
    } else if (answer instanceof Answer.Accepted accepted) {
      single(exchange, accepted);
    }
  }

  /** What a read answered that was made on the sender's behalf. */
  void handedOn(Exchange exchange, RecordOnFile read) throws IOException {
    HttpServletResponse response = exchange.response();
    response.setStatus(read.status());
    write(response, exchange.format(), read.body());
  }

  /** The result of an operation. */
  void done(Exchange exchange, Resource result) throws IOException {
    write(exchange, HttpServletResponse.SC_OK, result);
  }

  /** The result of an operation that was made as JSON; in XML where that is asked for. */
  void written(Exchange exchange, byte[] json) throws IOException {
    if (exchange.format() == Format.JSON && !exchange.pretty()) {
      exchange.response().setStatus(HttpServletResponse.SC_OK);
      write(exchange.response(), Format.JSON, json);
      return;
    }
    IParser parser = context.newJsonParser().setOverrideResourceIdWithBundleEntryFullUrl(false);
    done(exchange, (Resource) parser.parseResource(new String(json, StandardCharsets.UTF_8)));
  }

  /** What was written, by whoever is not the line. */
  void told(Exchange exchange, int status, Resource resource) throws IOException {
    write(exchange, status, resource);
  }

  /** What goes on after it was answered. */
  void accepted(Exchange exchange, Resource state) throws IOException {
    write(exchange, HttpServletResponse.SC_ACCEPTED, state);
  }

  /** Refused before it came to the line, so without a receipt. */
  void refused(Exchange exchange, Refused refused) throws IOException {
    audit.refused(exchange.request(), refused);
    Challenge.of(refused.problems())
        .ifPresent(value -> exchange.response().setHeader(Challenge.HEADER, value));
    if (refused.retryAfter() > 0) {
      exchange.response().setHeader("Retry-After", Long.toString(refused.retryAfter()));
    }
    write(exchange, refused.status(), Outcomes.ofProblems(refused.problems()));
  }

  private void databaseUnavailable(Exchange exchange, Exception cause) throws IOException {
    // The class alone: a database's message may quote a value.
    LOG.error("The database does not answer: {}", cause.getClass().getName());
    refused(
        exchange,
        Refused.because(
            ErrorCode.DATABASE_UNAVAILABLE,
            "The registry cannot reach its database. Nothing was kept: send the same again later."));
  }

  /** The last resort: whatever happens, the sender reads an outcome and the log has no value. */
  private void unexpected(Exchange exchange, Throwable thrown) throws IOException {
    refused(exchange, new Refused(ErrorTranslation.unexpected(thrown)));
  }

  private static OperationOutcome rejection(Answer.Rejected rejected) {
    OperationOutcome outcome = Outcomes.ofProblems(rejected.problems());
    Outcomes.add(outcome, BundleAnswer.receiptNotice(rejected.receipt()));
    return outcome;
  }

  private void single(Exchange exchange, Answer.Accepted accepted) throws IOException {
    receipt(exchange, accepted.receipt());
    String[] result = accepted.receipt().resources().get(0).split(" ", 2);
    String location = result[1];
    var response = exchange.response();
    response.setHeader("Location", exchange.base() + "/" + location);
    int version = location.indexOf("/_history/");
    if (version > 0) {
      response.setHeader("ETag", "W/\"" + location.substring(version + 10) + "\"");
    }
    int status = Integer.parseInt(result[0]);
    switch (exchange.preference().orElse("representation")) {
      case "minimal" -> response.setStatus(status);
      case "OperationOutcome" -> write(exchange, status, Outcomes.ofNotices(accepted.notices()));
      default -> write(exchange, status, current.at(location));
    }
  }

  private static void receipt(Exchange exchange, Receipt receipt) {
    exchange.response().setHeader("X-Receipt", exchange.base() + "/Task/" + receipt.id());
  }

  private void write(Exchange exchange, int status, @Nullable Resource resource)
      throws IOException {
    HttpServletResponse response = exchange.response();
    response.setStatus(status);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (resource == null) {
      return;
    }
    IParser parser =
        exchange.format() == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    byte[] body =
        parser
            .setPrettyPrint(exchange.pretty())
            .encodeResourceToString(resource)
            .getBytes(StandardCharsets.UTF_8);
    write(response, exchange.format(), body);
  }

  private static void write(HttpServletResponse response, Format format, byte[] body)
      throws IOException {
    response.setContentType(format.mediaType() + ";charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
