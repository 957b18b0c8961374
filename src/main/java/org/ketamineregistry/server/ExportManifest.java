package org.ketamineregistry.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.ExportJob;

/**
 * What an export has (FHIR Bulk Data Access 2.0, section 3.4.4). How much a file has is not told,
 * since consent is asked when it is fetched; the extension tells how many records were listed.
 *
 * @param output the files, each as its kind of exports tells of it
 */
record ExportManifest(
    String transactionTime,
    String request,
    @JsonProperty("requiresAccessToken") boolean requiresAccessToken,
    List<?> output,
    List<?> error,
    Map<String, Object> extension) {
  private static final String LISTED = Canonical.BASE + "/export-listed";
  private static final String CONSENT = Canonical.BASE + "/export-consent";

  private static final String ASKED_AGAIN =
      "These are the records that were listed when the export began. Consent is asked again when a"
          + " file is fetched: what was withdrawn or erased meanwhile is not in it.";

  static ExportManifest of(ExportJob job, String base, List<?> files) {
    return new ExportManifest(
        job.completeTo().truncatedTo(ChronoUnit.MILLIS).toString(),
        base + "/" + job.level() + (job.query().isEmpty() ? "" : "?" + job.query()),
        true,
        files,
        List.of(),
        Map.of(LISTED, job.listed(), CONSENT, ASKED_AGAIN));
  }
}
