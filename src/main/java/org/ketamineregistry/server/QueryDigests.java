package org.ketamineregistry.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.audit.CheckpointKey;

/** Searches as the audit may keep them: which parameters there were, and never a value. */
final class QueryDigests {
  private static final String OTHER = "other";

  private static final Set<String> OF_EVERY_SEARCH =
      Set.of(
          "_count",
          "_elements",
          "_format",
          "_getpages",
          "_getpagesoffset",
          "_bundletype",
          "_has",
          "_id",
          "_include",
          "_lastUpdated",
          "_offset",
          "_pages",
          "_pretty",
          "_profile",
          "_revinclude",
          "_security",
          "_since",
          "_at",
          "_sort",
          "_source",
          "_summary",
          "_tag",
          "_total");

  /** What the registry's own providers are searched by. */
  private static final Map<String, Set<String>> OF_OWN_TYPES =
      Map.of(
          "Task", Set.of("identifier"),
          "AuditEvent",
              Set.of("action", "agent", "date", "entity", "outcome", "patient", "subtype", "type"));

  private final ISearchParamRegistry searchParameters;
  private final CheckpointKey key;

  QueryDigests(ISearchParamRegistry searchParameters, CheckpointKey key) {
    this.searchParameters = searchParameters;
    this.key = key;
  }

  /** What a request searched by; null where it named no parameter. */
  @Nullable AuditedQuery of(RequestDetails request) {
    Map<String, String[]> parameters = new TreeMap<>(request.getParameters());
    if (parameters.isEmpty()) {
      return null;
    }
    var text = new StringBuilder();
    parameters.forEach(
        (name, values) ->
            Arrays.stream(values)
                .sorted()
                .forEach(value -> text.append(name).append('=').append(value).append('&')));
    List<String> names =
        parameters.keySet().stream()
            .map(name -> known(request.getResourceName(), name))
            .distinct()
            .toList();
    return new AuditedQuery(names, key.digest(request.getResourceName() + "?" + text));
  }

  /** The name without modifier and chain, where it is the name of a parameter. */
  private String known(@Nullable String type, String parameter) {
    String name = parameter.split("[:.]", 2)[0];
    boolean isKnown =
        OF_EVERY_SEARCH.contains(name)
            || (type != null
                && (OF_OWN_TYPES.getOrDefault(type, Set.of()).contains(name)
                    || searchParameters.hasActiveSearchParam(
                        type, name, ISearchParamRegistry.SearchParamLookupContextEnum.SEARCH)));
    return isKnown ? name : OTHER;
  }
}
