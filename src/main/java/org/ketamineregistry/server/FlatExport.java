package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.flatfile.DataPackage;
import org.ketamineregistry.flatfile.FlatFile;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.FlatOrder;
import org.springframework.stereotype.Component;

/**
 * Flat files of the guide's views for analysis (R7, R13, R16): rows in place of records, pseudonyms
 * of the export in place of ids, a file for each view as CSV and the dictionary of their columns.
 */
@Component
final class FlatExport implements ExportKind {
  static final String BEGIN = "Patient/$viewdefinition-export";
  private static final String ENDING = ".csv";
  private static final Pattern FILES =
      Pattern.compile("[a-z_]{1,63}\\.csv|" + Pattern.quote(DataPackage.NAME));

  private final Access access;
  private final FlatRequest requests;
  private final FhirContext context;
  private final String version;

  FlatExport(Access access, FlatViews views, Definitions definitions, FhirContext context) {
    this.access = access;
    this.context = context;
    requests = new FlatRequest(access, views);
    version = definitions.guide().version();
  }

  /**
   * A file of the manifest.
   *
   * @param name the view, or {@code dictionary}
   * @param format its media type
   */
  private record Listed(String name, String format, String url) {}

  @Override
  public String operation() {
    return Operation.EXPORT_VIEWS.code();
  }

  @Override
  public boolean isBegunAt(String path) {
    return path.equals("/" + BEGIN);
  }

  @Override
  public Pattern files() {
    return FILES;
  }

  @Override
  public void requireAccess(Caller caller) {
    requests.requireAccess(caller);
  }

  /** Whoever accepts CSV alone says so from the beginning on. */
  @Override
  public boolean isNegotiated() {
    return false;
  }

  @Override
  public Asked asked(String path, Exchange exchange, byte[] body, Caller caller) {
    var asked =
        OperationParameters.ofFiles(exchange.request(), body, context, FlatRequest.PARAMETERS);
    return new Asked(asked, requests.order(asked, caller));
  }

  @Override
  public boolean covers(Caller caller, ExportJob job) {
    FlatOrder order = job.flat();
    return order != null
        && requests.of(order).stream()
            .allMatch(
                view ->
                    requests.denial(caller, view.resourceType()).isEmpty()
                        && requests.denial(job.requester(), view.resourceType()).isEmpty());
  }

  @Override
  public List<?> listed(ExportJob job, String at) {
    List<Listed> files = new ArrayList<>();
    for (View view : requests.of(order(job))) {
      files.add(new Listed(view.name(), FlatFile.MEDIA_TYPE, at + "/" + view.name() + ENDING));
    }
    files.add(new Listed("dictionary", "application/json", at + "/" + DataPackage.NAME));
    return files;
  }

  @Override
  public Optional<Found> file(ExportJob job, String name, Exchange exchange) {
    FlatOrder order = order(job);
    List<View> views = requests.of(order);
    if (name.equals(DataPackage.NAME)) {
      return Optional.of(new AtHand(DataPackage.of(views, version, job.completeTo())));
    }
    Reach reach = access.reach(job.requester(), Operation.EXPORT_VIEWS, "Patient");
    return views.stream()
        .filter(view -> name.equals(view.name() + ENDING))
        .findFirst()
        .map(view -> new OfRecords(view.resourceType(), reach, new FlatRows(view, order.key())));
  }

  /** Of an export that {@link #covers} has found to be of this kind. */
  private static FlatOrder order(ExportJob job) {
    return Objects.requireNonNull(job.flat());
  }
}
