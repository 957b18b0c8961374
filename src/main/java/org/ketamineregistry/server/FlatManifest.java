package org.ketamineregistry.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.flatfile.DataPackage;
import org.ketamineregistry.flatfile.FlatFile;
import org.ketamineregistry.projection.View;
import org.ketamineregistry.store.ExportJob;

/**
 * What an export of flat files has: a file for each view, and the dictionary of their columns. How
 * many rows a file has is not told, since consent is asked when it is fetched.
 */
record FlatManifest(
    String transactionTime,
    String request,
    @JsonProperty("requiresAccessToken") boolean requiresAccessToken,
    List<File> output,
    List<File> error,
    Map<String, Object> extension) {

  /**
   * A file.
   *
   * @param name the view, or {@code dictionary}
   * @param format its media type
   */
  record File(String name, String format, String url) {}

  static FlatManifest of(ExportJob job, List<View> views, String base) {
    String at = FlatAddress.of(base, job) + "/";
    List<File> files = new ArrayList<>();
    views.forEach(
        view -> files.add(new File(view.name(), FlatFile.MEDIA_TYPE, at + view.name() + ".csv")));
    files.add(new File("dictionary", "application/json", at + DataPackage.NAME));
    return new FlatManifest(
        job.completeTo().truncatedTo(ChronoUnit.MILLIS).toString(),
        base + "/" + job.level() + (job.query().isEmpty() ? "" : "?" + job.query()),
        true,
        files,
        List.of(),
        Map.of(
            ExportManifest.LISTED,
            job.listed(),
            ExportManifest.CONSENT,
            ExportManifest.ASKED_AGAIN));
  }
}
