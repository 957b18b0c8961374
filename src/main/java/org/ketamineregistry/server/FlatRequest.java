package org.ketamineregistry.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Interaction;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.flatfile.ExportPseudonyms;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportOrder;
import org.ketamineregistry.store.FlatOrder;

/**
 * What a request for flat files has to say, and who may have them: the parameters are those of SQL
 * on FHIR's {@code $viewdefinition-export}, as far as they are supported.
 */
final class FlatRequest {
  static final Set<String> PARAMETERS = Set.of("view", "_format", "_since");
  private static final Set<String> FORMATS = Set.of("csv", "text/csv");
  private static final String PATIENT = "Patient";

  private final Access access;
  private final FlatViews views;

  FlatRequest(Access access, FlatViews views) {
    this.access = access;
    this.views = views;
  }

  /**
   * @throws Refused 403 where the role has no flat files, or has none for the purpose
   */
  void requireAccess(Caller caller) {
    access.require(caller, Operation.EXPORT_VIEWS, PATIENT);
    ExportRequest.requirePurpose(caller);
    if (caller.role() == Role.ANALYST && caller.purpose() != Purpose.RESEARCH) {
      throw Refused.because(
          ErrorCode.PURPOSE_MISSING,
          "An analyst gets flat files for research alone: ask the token endpoint for "
              + Purpose.RESEARCH.scope()
              + " in place of another purpose.");
    }
  }

  /** Why a caller may not have what is made of records of a type; both scopes are needed. */
  Optional<Problem> denial(Caller caller, String type) {
    return Stream.concat(
            access.denial(caller, Operation.EXPORT_VIEWS, PATIENT).stream(),
            Stream.of(Interaction.READ, Interaction.SEARCH)
                .flatMap(interaction -> caller.scopes().denial(type, interaction).stream()))
        .findFirst();
  }

  /**
   * @throws Refused 400 where a parameter is not understood; 403 where a view is named that the
   *     scopes do not cover, or where they cover none
   */
  ExportOrder order(OperationParameters asked, Caller caller) {
    String format = asked.one("_format").orElse("csv");
    if (!FORMATS.contains(format)) {
      throw OperationParameters.notUnderstood("_format is text/csv.");
    }
    List<String> named = asked.all("view");
    if (!views.views().stream().map(View::name).toList().containsAll(named)) {
      throw OperationParameters.notUnderstood(
          "view names views of the guide, with commas between them, of these: "
              + String.join(", ", views.views().stream().map(View::name).sorted().toList())
              + ".");
    }
    List<View> chosen = chosen(named, caller);
    Instant since = asked.moment("_since").orElse(null);
    return new ExportOrder(
        chosen.stream().map(View::resourceType).distinct().sorted().toList(),
        since,
        access.reach(caller, Operation.EXPORT_VIEWS, PATIENT),
        FlatExport.BEGIN,
        null,
        Map.of(),
        query(named, since),
        new FlatOrder(chosen.stream().map(View::name).toList(), ExportPseudonyms.newKey()));
  }

  private List<View> chosen(List<String> named, Caller caller) {
    List<View> wanted =
        views.views().stream()
            .filter(view -> named.isEmpty() || named.contains(view.name()))
            .toList();
    List<Problem> denials =
        wanted.stream()
            .flatMap(view -> denial(caller, view.resourceType()).stream())
            .distinct()
            .toList();
    List<View> covered =
        wanted.stream().filter(view -> denial(caller, view.resourceType()).isEmpty()).toList();
    if (covered.isEmpty() || (!named.isEmpty() && !denials.isEmpty())) {
      throw new Refused(denials);
    }
    return covered;
  }

  private static String query(List<String> named, @Nullable Instant since) {
    List<String> parts = new ArrayList<>();
    if (!named.isEmpty()) {
      parts.add("view=" + String.join(",", named));
    }
    if (since != null) {
      parts.add("_since=" + since);
    }
    return String.join("&", parts);
  }

  /** The views of an export, in the order of the guide. */
  List<View> of(FlatOrder order) {
    return views.views().stream().filter(view -> order.views().contains(view.name())).toList();
  }
}
