package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.flatfile.DataPackage;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;

/**
 * An address of flat files: {@code Patient/$viewdefinition-export} begins an export of them, {@code
 * $viewdefinition-export/[id]} tells of it, {@code …/[view].csv} is a file of it and {@code
 * …/datapackage.json} its dictionary.
 *
 * @param job the export's id; null where one is begun
 * @param view the view of a file; null where it is none
 * @param dictionary whether it is the dictionary
 */
record FlatAddress(@Nullable String job, @Nullable String view, boolean dictionary) {
  static final String BEGIN = "/Patient/$viewdefinition-export";
  private static final String BELOW = "/$viewdefinition-export/";

  private static final Pattern JOB =
      Pattern.compile(
          Pattern.quote(BELOW)
              + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/(?:([a-z_]{1,63})\\.csv|("
              + Pattern.quote(DataPackage.NAME)
              + ")))?");

  static boolean isAddressed(HttpServletRequest request) {
    if (!WriteDoor.isBelowBase(request)) {
      return false;
    }
    String path = path(request);
    return path.equals(BEGIN) || path.startsWith(BELOW);
  }

  /**
   * @throws Refused 404 where it is no address of an export
   */
  static FlatAddress of(HttpServletRequest request) {
    String path = path(request);
    if (path.equals(BEGIN)) {
      return new FlatAddress(null, null, false);
    }
    Matcher job = JOB.matcher(path);
    if (!job.matches()) {
      throw ExportAddress.noSuchExport();
    }
    return new FlatAddress(job.group(1), job.group(2), job.group(3) != null);
  }

  /** Where an export is told of. */
  static String of(String base, ExportJob job) {
    return base + BELOW + job.id();
  }

  private static String path(HttpServletRequest request) {
    return request
        .getRequestURI()
        .substring(WriteDoor.BASE.length())
        .replace("/%24viewdefinition-export", "/$viewdefinition-export");
  }
}
