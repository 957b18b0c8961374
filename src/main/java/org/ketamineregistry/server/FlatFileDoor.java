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
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.flatfile.DataPackage;
import org.ketamineregistry.flatfile.FlatFile;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.Exports;
import org.ketamineregistry.store.FlatOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Flat files of the guide's views for analysis (R7, R13, R16): an export like those of {@link
 * ExportDoor}, whose list of records is frozen when it begins and whose consent is asked when a
 * file is fetched, with rows in place of records and pseudonyms of its own in place of ids.
 */
@Component
@Order(0)
final class FlatFileDoor extends OncePerRequestFilter {
  private final Access access;
  private final Exports exports;
  private final FlatRequest requests;
  private final ExportFile files;
  private final CheckpointKey key;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final FhirContext context;
  private final ObjectMapper json;
  private final String version;

  FlatFileDoor(
      Access access,
      Exports exports,
      FlatViews views,
      Definitions definitions,
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
    requests = new FlatRequest(access, views);
    files = new ExportFile(exports, audit, clock);
    bodies = new BodyReader(settings);
    version = definitions.guide().version();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !FlatAddress.isAddressed(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(
        exchange,
        () -> {
          FlatAddress address = FlatAddress.of(request);
          if (address.job() == null) {
            begin(exchange);
          } else {
            answer(exchange, address);
          }
        });
  }

  private void begin(Exchange exchange) {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    requests.requireAccess(caller);
    byte[] body =
        switch (request.getMethod()) {
          case "GET" -> new byte[0];
          case "POST" -> bodies.read(request);
          default ->
              throw Refused.because(
                  ErrorCode.METHOD_NOT_ALLOWED, "An export is begun by GET or POST.");
        };
    ExportRequest.requireAsynchronous(request);
    var asked = OperationParameters.ofFiles(request, body, context, FlatRequest.PARAMETERS);
    var query =
        new AuditedQuery(
            List.copyOf(asked.values().keySet()),
            key.digest(FlatAddress.BEGIN.substring(1) + "?" + asked.values()));
    ExportJob job =
        exports.begin(requests.order(asked, caller), caller, RequestIdFilter.of(request), query);
    Footprint.of(request).settle();
    exchange.response().setStatus(HttpServletResponse.SC_ACCEPTED);
    exchange.response().setHeader("Content-Location", FlatAddress.of(exchange.base(), job));
  }

  private void answer(Exchange exchange, FlatAddress address) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    ExportJob job =
        exports
            .of(String.valueOf(address.job()))
            .filter(one -> covers(caller, one))
            .orElseThrow(ExportAddress::noSuchExport);
    FlatOrder order = job.flat();
    if (order == null) {
      throw ExportAddress.noSuchExport();
    }
    List<View> views = requests.of(order);
    boolean whole = address.view() == null && !address.dictionary();
    boolean head = request.getMethod().equals("HEAD");
    boolean read = head || request.getMethod().equals("GET");
    if (read && address.view() != null) {
      View view =
          views.stream()
              .filter(one -> one.name().equals(address.view()))
              .findFirst()
              .orElseThrow(ExportAddress::noSuchExport);
      file(exchange, job, view, order.key(), head);
    } else if (read && address.dictionary()) {
      ExportManifest.write(exchange, job, DataPackage.of(views, version, job.completeTo()));
    } else if (read) {
      byte[] manifest = json.writeValueAsBytes(FlatManifest.of(job, views, exchange.base()));
      ExportManifest.write(exchange, job, manifest);
    } else if (request.getMethod().equals("DELETE") && whole) {
      exports.cancel(job, caller, RequestIdFilter.of(request));
      Footprint.of(request).settle();
      exchange.response().setStatus(HttpServletResponse.SC_ACCEPTED);
    } else {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED,
          "An export is asked for by GET and cancelled by DELETE; its files are fetched by GET.");
    }
  }

  /** Whoever fetches asks as the requester did, and both may have every view of the export. */
  private boolean covers(Caller caller, ExportJob job) {
    FlatOrder order = job.flat();
    return order != null
        && caller.asksAs(job.requester())
        && requests.of(order).stream()
            .allMatch(
                view ->
                    requests.denial(caller, view.resourceType()).isEmpty()
                        && requests.denial(job.requester(), view.resourceType()).isEmpty());
  }

  private void file(Exchange exchange, ExportJob job, View view, byte[] pseudonyms, boolean head)
      throws IOException {
    String accepted = String.join(",", Collections.list(exchange.request().getHeaders("Accept")));
    if (!accepted.isBlank() && !accepted.matches("(?s).*(text/csv|text/\\*|\\*/\\*).*")) {
      throw Refused.because(
          ErrorCode.NOT_ACCEPTABLE, "A flat file of an export is " + FlatFile.MEDIA_TYPE + ".");
    }
    var rows = new FlatRows(view, pseudonyms);
    if (head) {
      exchange.response().setContentType(rows.mediaType());
      return;
    }
    Reach reach = access.reach(job.requester(), Operation.EXPORT_VIEWS, "Patient");
    files.write(job, view.resourceType(), reach, rows, exchange);
  }
}
