package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
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
  static final String MEDIA_TYPE = "application/fhir+ndjson";
  private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);

  private final Exports exports;
  private final AccessToReading reading;
  private final AuditTrail audit;
  private final FhirContext context;
  private final Clock clock;

  ExportFile(
      Exports exports,
      AccessToReading reading,
      AuditTrail audit,
      FhirContext context,
      Clock clock) {
    this.exports = exports;
    this.reading = reading;
    this.audit = audit;
    this.context = context;
    this.clock = clock;
  }

  /**
   * @throws IOException where the reader has gone; or where something failed of which no status can
   *     tell any more, so that the answer breaks off and nobody takes it for the whole
   */
  void write(ExportJob job, String type, Reach reach, Exchange exchange) throws IOException {
    HttpServletResponse response = exchange.response();
    long position = 0;
    Part part;
    do {
      try {
        part = exports.part(job, type, reach, position);
        position = part.position();
        write(part, exchange);
      } catch (RuntimeException | Error e) {
        if (!response.isCommitted()) {
          throw e;
        }
        LOG.error("A file of an export broke off: {}", e.getClass().getName());
        throw new IOException("A file of an export broke off");
      }
    } while (!part.last());
  }

  private void write(Part part, Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    List<Resource> shown =
        part.resources().stream()
            .filter(resource -> reading.mayBeShown(resource, caller, request))
            .toList();
    if (!shown.isEmpty()) {
      audit.append(
          AuditEntry.done(
              clock.instant(),
              AuditAction.EXECUTE,
              "$export",
              caller,
              RequestIdFilter.of(request),
              shown.stream()
                  .map(one -> one.getIdElement().toUnqualified().getValue())
                  .sorted()
                  .toList()));
      Footprint.of(request).settle();
    }
    // As a whole, so that what cannot be written leaves nothing before its refusal.
    byte[] lines = lines(shown);
    HttpServletResponse response = exchange.response();
    response.setContentType(MEDIA_TYPE);
    response.getOutputStream().write(lines);
    response.flushBuffer();
  }

  private byte[] lines(List<Resource> resources) {
    IParser parser = context.newJsonParser();
    return resources.stream()
        .map(resource -> parser.encodeResourceToString(resource) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
