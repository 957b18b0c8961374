package org.ketamineregistry.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.ExportJob;

/**
 * What an export has (FHIR Bulk Data Access 2.0, section 3.4.4). How many records a file has is not
 * told, since consent is asked when it is fetched; the extension tells how many were listed.
 */
record ExportManifest(
    String transactionTime,
    String request,
    @JsonProperty("requiresAccessToken") boolean requiresAccessToken,
    List<File> output,
    List<File> error,
    Map<String, Object> extension) {
  static final String LISTED = Canonical.BASE + "/export-listed";
  static final String CONSENT = Canonical.BASE + "/export-consent";

  static final String ASKED_AGAIN =
      "These are the records that were listed when the export began. Consent is asked again when a"
          + " file is fetched: what was withdrawn or erased meanwhile is not in it.";

  record File(String type, String url) {}

  static ExportManifest of(ExportJob job, String base) {
    List<File> files =
        job.listed().keySet().stream()
            .map(type -> new File(type, base + "/$export/" + job.id() + "/" + type + ".ndjson"))
            .toList();
    return new ExportManifest(
        job.completeTo().truncatedTo(ChronoUnit.MILLIS).toString(),
        base + "/" + job.level() + (job.query().isEmpty() ? "" : "?" + job.query()),
        true,
        files,
        List.of(),
        Map.of(LISTED, job.listed(), CONSENT, ASKED_AGAIN));
  }

  /** Answers a manifest, which is JSON and no FHIR. */
  static void write(Exchange exchange, ExportJob job, byte[] manifest) throws IOException {
    HttpServletResponse response = exchange.response();
    response.setHeader(
        "Expires",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(job.expiresAt().atOffset(ZoneOffset.UTC)));
    response.setContentType("application/json");
    response.setContentLength(manifest.length);
    response.getOutputStream().write(manifest);
  }
}
