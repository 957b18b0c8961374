package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.access.SearchAllowance;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.ExportOrder;
import org.ketamineregistry.store.Exports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Exports of the records of many patients, after FHIR Bulk Data Access 2.0: begun at one of the
 * addresses that {@link ExportLevel} knows, told of and cancelled at the address that the answer
 * names, fetched by type as ndjson. There is nothing to wait for, since no file is prepared: the
 * list is complete when the export has begun, and each file is read when it is fetched.
 */
@Component
@Order(0)
final class ExportDoor extends OncePerRequestFilter {
  private static final String PATIENT = "Patient";

  private final Access access;
  private final AccessToReading reading;
  private final Exports exports;
  private final ExportFile files;
  private final RecordTypes types;
  private final TypeFilter filters;
  private final CheckpointKey key;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final ObjectMapper json;

  ExportDoor(
      Access access,
      AccessToReading reading,
      SearchAllowance searches,
      Exports exports,
      CheckpointKey key,
      FhirAnswers answers,
      AuditTrail audit,
      DoorSettings settings,
      FhirContext context,
      ObjectMapper json,
      Clock clock) {
    this.access = access;
    this.exports = exports;
    this.key = key;
    this.answers = answers;
    this.context = context;
    this.json = json;
    files = new ExportFile(exports, audit, clock);
    this.reading = reading;
    types = new RecordTypes(access);
    filters = new TypeFilter(searches);
    bodies = new BodyReader(settings);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ExportAddress.isAddressed(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(
        exchange,
        () -> {
          ExportAddress address = ExportAddress.of(request);
          if (address.job() == null) {
            exchange.negotiate();
            begin(exchange);
          } else {
            answer(exchange, address);
          }
        });
  }

  private void begin(Exchange exchange) {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    Reach reach = access.require(caller, Operation.EXPORT, PATIENT);
    ExportRequest.requirePurpose(caller);
    byte[] body =
        switch (request.getMethod()) {
          case "GET" -> new byte[0];
          case "POST" -> bodies.read(request);
          default ->
              throw Refused.because(
                  ErrorCode.METHOD_NOT_ALLOWED, "An export is begun by GET or POST.");
        };
    ExportRequest.requireAsynchronous(request);
    ExportLevel level = ExportLevel.of(request).orElseThrow().known();
    var asked = OperationParameters.of(request, body, context, ExportRequest.PARAMETERS);
    ExportOrder order = ExportRequest.order(level, asked, caller, types, filters, reach);
    ExportJob job =
        exports.begin(order, caller, RequestIdFilter.of(request), audited(level, asked));
    Footprint.of(request).settle();
    exchange.response().setStatus(HttpServletResponse.SC_ACCEPTED);
    exchange.response().setHeader("Content-Location", exchange.base() + "/$export/" + job.id());
  }

  private AuditedQuery audited(ExportLevel level, OperationParameters asked) {
    return new AuditedQuery(
        List.copyOf(asked.values().keySet()), key.digest(level.path() + "?" + asked.values()));
  }

  private void answer(Exchange exchange, ExportAddress address) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    ExportJob job =
        exports
            .of(String.valueOf(address.job()))
            .filter(one -> covers(caller, one))
            .orElseThrow(ExportAddress::noSuchExport);
    String type = address.type();
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    if (method.equals("GET") && type != null) {
      file(exchange, job, type);
    } else if (method.equals("GET")) {
      manifest(exchange, job);
    } else if (method.equals("DELETE") && type == null) {
      exports.cancel(job, caller, RequestIdFilter.of(request));
      Footprint.of(request).settle();
      exchange.response().setStatus(HttpServletResponse.SC_ACCEPTED);
    } else {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "An export is asked for by GET and cancelled by DELETE; its files are fetched by GET.");
    }
  }

  /** Whoever fetches asks as the requester did, and both may have every type of the export. */
  private boolean covers(Caller caller, ExportJob job) {
    return job.flat() == null
        && caller.asksAs(job.requester())
        && access.denial(caller, Operation.EXPORT, PATIENT).isEmpty()
        && job.listed().keySet().stream()
            .allMatch(
                type ->
                    types.denial(caller, type).isEmpty()
                        && types.denial(job.requester(), type).isEmpty());
  }

  private void manifest(Exchange exchange, ExportJob job) throws IOException {
    exchange.negotiate();
    ExportManifest.write(
        exchange, job, json.writeValueAsBytes(ExportManifest.of(job, exchange.base())));
  }

  private void file(Exchange exchange, ExportJob job, String type) throws IOException {
    if (!job.listed().containsKey(type)) {
      throw ExportAddress.noSuchExport();
    }
    String accepted = String.join(",", Collections.list(exchange.request().getHeaders("Accept")));
    if (!accepted.isBlank() && !accepted.matches("(?s).*(ndjson|\\*/\\*|application/\\*).*")) {
      throw Refused.because(
          ErrorCode.NOT_ACCEPTABLE, "A file of an export is " + RecordLines.MEDIA_TYPE + ".");
    }
    if (exchange.request().getMethod().equals("HEAD")) {
      exchange.response().setContentType(RecordLines.MEDIA_TYPE);
      return;
    }
    Reach reach = access.reach(job.requester(), Operation.EXPORT, PATIENT);
    var lines = new RecordLines(context, reading, exchange.request());
    files.write(job, type, reach, lines, exchange);
  }
}
