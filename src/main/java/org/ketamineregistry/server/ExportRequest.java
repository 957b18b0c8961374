package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportOrder;

/** What a request to begin an export has to say (FHIR Bulk Data Access 2.0, section 3.1). */
final class ExportRequest {
  static final Set<String> PARAMETERS = Set.of("_type", "_since", "_outputFormat", "_typeFilter");
  private static final Set<String> FORMATS =
      Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

  private ExportRequest() {}

  /**
   * @throws Refused 400 where the answer is not awaited as it will be given
   */
  static void requireAsynchronous(HttpServletRequest request) {
    boolean said =
        Collections.list(request.getHeaders("Prefer")).stream()
            .flatMap(value -> Arrays.stream(value.split("[,;]")))
            .anyMatch(value -> value.strip().equalsIgnoreCase("respond-async"));
    if (!said) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "An export is answered later: send the header Prefer: respond-async, and ask at the"
              + " address that Content-Location names.");
    }
  }

  /**
   * @throws Refused 403 where the purpose is none for which records leave
   */
  static void requirePurpose(Caller caller) {
    if (caller.purpose() == Purpose.ADMINISTRATION) {
      throw Refused.because(
          ErrorCode.PURPOSE_MISSING,
          "To keep the registry no records are exported: ask the token endpoint for one of "
              + caller.role().purposes().stream()
                  .filter(purpose -> purpose != Purpose.ADMINISTRATION)
                  .map(Purpose::scope)
                  .sorted()
                  .toList()
              + ".");
    }
  }

  /**
   * @throws Refused 400 where a parameter is not understood; 403 where a type is named that the
   *     caller may not have
   */
  static ExportOrder order(
      ExportLevel level,
      OperationParameters asked,
      Caller caller,
      RecordTypes types,
      TypeFilter filters,
      Reach reach) {
    String format = asked.one("_outputFormat").orElse(null);
    // In a query a plus sign stands for a space.
    if (format != null && !FORMATS.contains(format.replace(' ', '+'))) {
      throw OperationParameters.notUnderstood("_outputFormat is application/fhir+ndjson.");
    }
    Instant since = asked.moment("_since").orElse(null);
    List<String> chosen = types.of(caller, asked);
    return new ExportOrder(
        chosen,
        since,
        reach,
        level.path(),
        level.group() == null ? null : UUID.fromString(level.group()),
        filters.of(caller, asked, chosen),
        query(asked.all("_type"), since, format),
        null);
  }

  /** Without searches: their values can be identifiers, which belong into no address. */
  private static String query(
      List<String> types, @Nullable Instant since, @Nullable String format) {
    List<String> parts = new ArrayList<>();
    if (!types.isEmpty()) {
      parts.add("_type=" + String.join(",", types));
    }
    if (since != null) {
      parts.add("_since=" + since);
    }
    if (format != null) {
      parts.add("_outputFormat=application/fhir%2Bndjson");
    }
    return String.join("&", parts);
  }
}
