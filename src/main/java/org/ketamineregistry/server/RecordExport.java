package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.access.SearchAllowance;
import org.ketamineregistry.store.ExportJob;
import org.springframework.stereotype.Component;

/**
 * Exports of the records themselves (FHIR Bulk Data Access 2.0), begun at one of the addresses that
 * {@link ExportLevel} knows; a file for each type, as ndjson.
 */
@Component
final class RecordExport implements ExportKind {
  private static final String PATIENT = "Patient";
  private static final String ENDING = ".ndjson";
  private static final Pattern FILES = Pattern.compile("[A-Z][A-Za-z]{1,40}\\.ndjson");

  private final Access access;
  private final AccessToReading reading;
  private final RecordTypes types;
  private final TypeFilter filters;
  private final FhirContext context;

  RecordExport(
      Access access, AccessToReading reading, SearchAllowance searches, FhirContext context) {
    this.access = access;
    this.reading = reading;
    this.context = context;
    types = new RecordTypes(access);
    filters = new TypeFilter(searches);
  }

  /** A file of the manifest. */
  private record Listed(String type, String url) {}

  @Override
  public String operation() {
    return Operation.EXPORT.code();
  }

  @Override
  public boolean isBegunAt(String path) {
    return ExportLevel.of(path).isPresent();
  }

  @Override
  public Pattern files() {
    return FILES;
  }

  @Override
  public void requireAccess(Caller caller) {
    access.require(caller, Operation.EXPORT, PATIENT);
    ExportRequest.requirePurpose(caller);
  }

  @Override
  public boolean isNegotiated() {
    return true;
  }

  @Override
  public Asked asked(String path, Exchange exchange, byte[] body, Caller caller) {
    ExportLevel level = ExportLevel.of(path).orElseThrow().known();
    var asked = OperationParameters.of(exchange.request(), body, context, ExportRequest.PARAMETERS);
    Reach reach = access.reach(caller, Operation.EXPORT, PATIENT);
    return new Asked(asked, ExportRequest.order(level, asked, caller, types, filters, reach));
  }

  @Override
  public boolean covers(Caller caller, ExportJob job) {
    return job.flat() == null
        && access.denial(caller, Operation.EXPORT, PATIENT).isEmpty()
        && job.listed().keySet().stream()
            .allMatch(
                type ->
                    types.denial(caller, type).isEmpty()
                        && types.denial(job.requester(), type).isEmpty());
  }

  @Override
  public List<?> listed(ExportJob job, String at) {
    return job.listed().keySet().stream()
        .map(type -> new Listed(type, at + "/" + type + ENDING))
        .toList();
  }

  @Override
  public Optional<Found> file(ExportJob job, String name, Exchange exchange) {
    String type = name.substring(0, name.length() - ENDING.length());
    if (!job.listed().containsKey(type)) {
      return Optional.empty();
    }
    Reach reach = access.reach(job.requester(), Operation.EXPORT, PATIENT);
    return Optional.of(
        new OfRecords(type, reach, new RecordLines(context, reading, exchange.request())));
  }
}
