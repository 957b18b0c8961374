package org.ketamineregistry.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.Exports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Exports of the records of many patients, of every {@link ExportKind}, by the asynchronous pattern
 * of FHIR Bulk Data Access 2.0: begun at an address of the kind, told of and cancelled at the
 * address that the answer names, fetched file by file. There is nothing to wait for, since no file
 * is prepared: the list is complete when the export has begun, and each file is read when it is
 * fetched.
 */
@Component
@Order(0)
final class ExportDoor extends OncePerRequestFilter {
  private final List<ExportKind> kinds;
  private final Exports exports;
  private final ExportFile files;
  private final CheckpointKey key;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final ObjectMapper json;

  ExportDoor(
      List<ExportKind> kinds,
      Exports exports,
      CheckpointKey key,
      FhirAnswers answers,
      AuditTrail audit,
      DoorSettings settings,
      ObjectMapper json,
      Clock clock) {
    this.kinds = List.copyOf(kinds);
    this.exports = exports;
    this.key = key;
    this.answers = answers;
    this.json = json;
    files = new ExportFile(exports, audit, clock);
    bodies = new BodyReader(settings);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return kind(request).isEmpty();
  }

  private Optional<ExportKind> kind(HttpServletRequest request) {
    return kinds.stream().filter(kind -> ExportAddress.isOf(kind, request)).findFirst();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    ExportKind kind = kind(request).orElseThrow();
    answers.answering(
        exchange,
        () -> {
          ExportAddress address = ExportAddress.of(kind, request);
          if (address.job() == null) {
            begin(kind, Objects.requireNonNull(address.begun()), exchange);
          } else {
            answer(kind, address.job(), address.file(), exchange);
          }
        });
  }

  private void begin(ExportKind kind, String path, Exchange exchange) {
    negotiate(kind, exchange);
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    kind.requireAccess(caller);
    byte[] body =
        switch (request.getMethod()) {
          case "GET" -> new byte[0];
          case "POST" -> bodies.read(request);
          default ->
              throw Refused.because(
                  ErrorCode.METHOD_NOT_ALLOWED, "An export is begun by GET or POST.");
        };
    ExportRequest.requireAsynchronous(request);
    ExportKind.Asked asked = kind.asked(path, exchange, body, caller);
    ExportJob job =
        exports.begin(asked.order(), caller, RequestIdFilter.of(request), audited(asked));
    accepted(exchange);
    exchange.response().setHeader("Content-Location", ExportAddress.of(kind, exchange.base(), job));
  }

  private AuditedQuery audited(ExportKind.Asked asked) {
    var values = asked.parameters().values();
    return new AuditedQuery(
        List.copyOf(values.keySet()), key.digest(asked.order().level() + "?" + values));
  }

  private void answer(ExportKind kind, String id, @Nullable String file, Exchange exchange)
      throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    // Whoever fetches asks as the requester did.
    ExportJob job =
        exports
            .of(id)
            .filter(one -> caller.asksAs(one.requester()) && kind.covers(caller, one))
            .orElseThrow(ExportAddress::noSuchExport);
    boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (read && file != null) {
      var found = kind.file(job, file, exchange).orElseThrow(ExportAddress::noSuchExport);
      files.answer(job, found, exchange);
    } else if (read) {
      manifest(kind, job, exchange);
    } else if (request.getMethod().equals("DELETE") && file == null) {
      exports.cancel(job, caller, RequestIdFilter.of(request));
      accepted(exchange);
    } else {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "An export is asked for by GET and cancelled by DELETE; its files are fetched by GET.");
    }
  }

  private void manifest(ExportKind kind, ExportJob job, Exchange exchange) throws IOException {
    negotiate(kind, exchange);
    String at = ExportAddress.of(kind, exchange.base(), job);
    var manifest = ExportManifest.of(job, exchange.base(), kind.listed(job, at));
    ExportFile.json(exchange, job, json.writeValueAsBytes(manifest));
  }

  private static void negotiate(ExportKind kind, Exchange exchange) {
    if (kind.isNegotiated()) {
      exchange.negotiate();
    }
  }

  /** What is done has its entry in the audit. */
  private static void accepted(Exchange exchange) {
    Footprint.of(exchange.request()).settle();
    exchange.response().setStatus(HttpServletResponse.SC_ACCEPTED);
  }
}
