package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.Exports;
import org.ketamineregistry.store.Exports.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file of an export, part by part: no connection to the database is held while a slow
 * reader reads, and no part is written before the audit has it.
 */
final class ExportFile {
  private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);

  private final Exports exports;
  private final AuditTrail audit;
  private final Clock clock;

  ExportFile(Exports exports, AuditTrail audit, Clock clock) {
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Answers a file.
   *
   * @throws Refused 406 where the reader does not accept what it is
   * @throws IOException as {@link #write}
   */
  void answer(ExportJob job, ExportKind.Found found, Exchange exchange) throws IOException {
    if (found instanceof ExportKind.AtHand one) {
      json(exchange, job, one.json());
    } else if (found instanceof ExportKind.OfRecords records) {
      requireAccepted(records.content(), exchange.request());
      if (exchange.request().getMethod().equals("HEAD")) {
        exchange.response().setContentType(records.content().mediaType());
      } else {
        write(job, records.type(), records.reach(), records.content(), exchange);
      }
    }
  }

  private static void requireAccepted(ExportContent content, HttpServletRequest request) {
    String accepted = String.join(",", Collections.list(request.getHeaders("Accept")));
    if (!accepted.isBlank() && !content.accepted().matcher(accepted).find()) {
      throw Refused.because(
          ErrorCode.NOT_ACCEPTABLE, "This file of an export is " + content.mediaType() + ".");
    }
  }

  /** Answers what is told of an export, which is JSON and no FHIR, and stands as long as it. */
  static void json(Exchange exchange, ExportJob job, byte[] json) throws IOException {
    HttpServletResponse response = exchange.response();
    response.setHeader(
        "Expires",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(job.expiresAt().atOffset(ZoneOffset.UTC)));
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  /**
   * @param content what the file has of each record of the type
   * @throws IOException where the reader has gone; or where something failed of which no status can
   *     tell any more, so that the answer breaks off and nobody takes it for the whole
   */
  private void write(
      ExportJob job, String type, Reach reach, ExportContent content, Exchange exchange)
      throws IOException {
    HttpServletResponse response = exchange.response();
    byte[] before = content.beginning();
    long position = 0;
    Part part;
    do {
      try {
        part = exports.part(job, type, reach, position);
        position = part.position();
        write(part, before, content, exchange);
        before = new byte[0];
      } catch (RuntimeException | Error e) {
        if (!response.isCommitted()) {
          throw e;
        }
        LOG.error("A file of an export broke off: {}", e.getClass().getName());
        throw new IOException("A file of an export broke off");
      }
    } while (!part.last());
  }

  private void write(Part part, byte[] before, ExportContent content, Exchange exchange)
      throws IOException {
    HttpServletRequest request = exchange.request();
    // As a whole, so that what cannot be written leaves nothing before its refusal.
    var text = new ByteArrayOutputStream();
    text.write(before);
    List<String> shown = new ArrayList<>();
    for (Resource resource : part.resources()) {
      byte[] written = content.mayBeShown(resource) ? content.of(resource) : new byte[0];
      if (written.length > 0) {
        text.write(written);
        shown.add(resource.getIdElement().toUnqualified().getValue());
      }
    }
    if (!shown.isEmpty()) {
      audit.append(
          AuditEntry.done(
              clock.instant(),
              AuditAction.EXECUTE,
              content.operation(),
              Callers.of(request),
              RequestIdFilter.of(request),
              shown.stream().sorted().toList()));
      Footprint.of(request).settle();
    }
    HttpServletResponse response = exchange.response();
    response.setContentType(content.mediaType());
    text.writeTo(response.getOutputStream());
    response.flushBuffer();
  }
}
