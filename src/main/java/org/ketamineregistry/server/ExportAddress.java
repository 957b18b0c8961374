package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;

/**
 * An address of exports of a kind: where one is begun, {@code [operation]/[id]} that tells of it,
 * and {@code [operation]/[id]/[file]}.
 *
 * @param begun where one is begun, below the base; null where the address is of one that was
 * @param job the export's id; null where one is begun
 * @param file the name of a file; null where it is none
 */
record ExportAddress(@Nullable String begun, @Nullable String job, @Nullable String file) {
  private static final Pattern JOB =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([^/]+))?");

  static boolean isOf(ExportKind kind, HttpServletRequest request) {
    if (!WriteDoor.isBelowBase(request)) {
      return false;
    }
    String path = path(request);
    return kind.isBegunAt(path) || path.startsWith(below(kind));
  }

  /**
   * @throws Refused 404 where it is no address of an export
   */
  static ExportAddress of(ExportKind kind, HttpServletRequest request) {
    String path = path(request);
    if (kind.isBegunAt(path)) {
      return new ExportAddress(path, null, null);
    }
    Matcher job = JOB.matcher(path.substring(below(kind).length()));
    if (!job.matches() || (job.group(2) != null && !kind.files().matcher(job.group(2)).matches())) {
      throw noSuchExport();
    }
    return new ExportAddress(null, job.group(1), job.group(2));
  }

  /** Where an export is told of. */
  static String of(ExportKind kind, String base, ExportJob job) {
    return base + below(kind) + job.id();
  }

  private static String below(ExportKind kind) {
    return "/" + kind.operation() + "/";
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(WriteDoor.BASE.length()).replace("/%24", "/$");
  }

  /** The one answer to whoever asks for an export that is not there, or not for them. */
  static Refused noSuchExport() {
    return Refused.because(
        ErrorCode.NOT_FOUND,
        "There is no such export: it has expired or was cancelled, or this token is not of the same"
            + " client, role, clinic and purpose with the scopes of all types of the export.");
  }
}
