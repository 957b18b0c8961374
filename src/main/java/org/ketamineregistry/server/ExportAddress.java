package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * An address of exports: an {@link ExportLevel} begins one, {@code $export/[id]} tells of it and
 * {@code $export/[id]/[type].ndjson} is a file of it.
 *
 * @param job the export's id; null where one is begun
 * @param type the type of a file; null where it is none
 */
record ExportAddress(@Nullable String job, @Nullable String type) {
  private static final Pattern BELOW = Pattern.compile("/(?:\\$|%24)export/.*");
  private static final Pattern JOB =
      Pattern.compile(
          "/(?:\\$|%24)export/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([A-Z][A-Za-z]{1,40})\\.ndjson)?");

  static boolean isAddressed(HttpServletRequest request) {
    if (!WriteDoor.isBelowBase(request)) {
      return false;
    }
    String path = path(request);
    return ExportLevel.of(path).isPresent() || BELOW.matcher(path).matches();
  }

  /**
   * @throws Refused 404 where it is no address of an export
   */
  static ExportAddress of(HttpServletRequest request) {
    String path = path(request);
    if (ExportLevel.of(path).isPresent()) {
      return new ExportAddress(null, null);
    }
    Matcher job = JOB.matcher(path);
    if (!job.matches()) {
      throw noSuchExport();
    }
    return new ExportAddress(job.group(1), job.group(2));
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(WriteDoor.BASE.length());
  }

  /** The one answer to whoever asks for an export that is not there, or not for them. */
  static Refused noSuchExport() {
    return Refused.because(
        ErrorCode.NOT_FOUND,
        "There is no such export: it has expired or was cancelled, or this token is not of the same"
            + " client, role, clinic and purpose with the scopes of all types of the export.");
  }
}
