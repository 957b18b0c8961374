package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ReadableRecords;
import org.ketamineregistry.store.ReadableRecords.Extent;

/**
 * Shows of what is on record only what the patients' decisions let the caller read, as they stand
 * at this moment (R16). A record that is hidden is one that does not exist: it is a 404, it is not
 * found, not included, not counted, and nothing is found by it.
 *
 * <p>Results of a search are looked at twice, since the pages of one may be read long after it
 * began: when they are found, so that pages are full, and when they are shown. A total is told
 * where it counts no more than what is shown.
 */
@Interceptor
public final class ConsentOnReading {
  private static final String REACH = ConsentOnReading.class.getName() + ".reach";
  private static final String CALLER = ConsentOnReading.class.getName() + ".caller";
  private static final String SEARCH = ConsentOnReading.class.getName() + ".search";

  private final ReadableRecords records;
  private final IncludedRecords included;
  private final Set<String> keptTypes;

  /**
   * @param keptTypes the types whose records are those of clinics and patients, and not what the
   *     registry says of itself
   */
  ConsentOnReading(ReadableRecords records, FhirContext context, Set<String> keptTypes) {
    this.records = records;
    this.included = new IncludedRecords(context);
    this.keptTypes = Set.copyOf(keptTypes);
  }

  /**
   * Looks at what is asked for. The caller is noted here, since a search goes on after its answer,
   * when the web server has given the request to somebody else.
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void address(RequestDetails request, RestOperationTypeEnum operation) {
    request.getUserData().put(CALLER, callerOf(request));
    switch (operation) {
      case READ, VREAD, HISTORY_INSTANCE -> readable(request);
      case SEARCH_TYPE -> reach(request, parameters(request));
      case GET_PAGE -> reach(request, underWay(request));
      default -> {}
    }
  }

  /** Keeps the search, so that what it finds can be counted. */
  @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
  public void searched(RequestDetails request, SearchParameterMap search) {
    request.getUserData().put(SEARCH, search.clone());
  }

  /** Leaves out what a search finds and the caller may not read. */
  @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
  public void found(RequestDetails request, IPreResourceAccessDetails details) {
    List<IBaseResource> all =
        IntStream.range(0, details.size()).mapToObj(details::getResource).toList();
    Set<String> open = open(request, all);
    for (int i = 0; i < all.size(); i++) {
      if (!open.contains(id(all.get(i)))) {
        details.setDontReturnResourceAtIndex(i);
      }
    }
  }

  /** Leaves out what is about to be shown and the caller may not read any more. */
  @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
  public void shown(RequestDetails request, IPreResourceShowDetails details) {
    List<IBaseResource> all = details.getAllResources();
    Set<String> open = open(request, all);
    List<IBaseResource> left =
        all.stream().filter(Objects::nonNull).filter(one -> open.contains(id(one))).toList();
    Set<String> linked = reach(request).iterates() ? included.linked(left) : open;
    for (int i = 0; i < details.size(); i++) {
      IBaseResource resource = details.getResource(i);
      if (resource != null && !(open.contains(id(resource)) && linked.contains(id(resource)))) {
        details.setResource(i, null);
      }
    }
  }

  /** Puts the number of what may be read in the place of the number of what is on record. */
  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void answered(RequestDetails request, IBaseResource response) {
    SearchReach reach = reach(request);
    if (response instanceof Bundle bundle
        && bundle.getType() == Bundle.BundleType.SEARCHSET
        && keptTypes.contains(reach.type())
        && reach.ofPersons()) {
      total(request, bundle, reach);
    }
  }

  private void total(RequestDetails request, Bundle bundle, SearchReach reach) {
    boolean first = request.getUserData().get(SEARCH) instanceof SearchParameterMap;
    if (request.getUserData().get(SEARCH) instanceof SearchParameterMap search
        && isCounted(search)) {
      bundle.setTotal(records.count(reach.type(), search, caller(request), reach.extent()));
    } else if (first
        && bundle.getLink(Bundle.LINK_NEXT) == null
        && !request.getParameters().containsKey("_offset")) {
      bundle.setTotal((int) bundle.getEntry().stream().filter(ConsentOnReading::isMatch).count());
    } else {
      bundle.setTotalElement(null);
    }
  }

  private static boolean isCounted(SearchParameterMap search) {
    return search.isWantOnlyCount() || search.getSearchTotalMode() == SearchTotalModeEnum.ACCURATE;
  }

  private static boolean isMatch(Bundle.BundleEntryComponent entry) {
    return entry.getSearch().getMode() == SearchEntryMode.MATCH;
  }

  private void readable(RequestDetails request) {
    String id = request.getId().getIdPart();
    if (keptTypes.contains(request.getResourceName())
        && records.among(Set.of(id), caller(request), Extent.THE_RECORD).isEmpty()) {
      throw new ResourceNotFoundException(request.getId());
    }
  }

  private static SearchReach parameters(RequestDetails request) {
    try {
      return SearchReach.of(request.getResourceName(), request.getParameters());
    } catch (Refused refused) {
      throw ErrorTranslation.asHapi(refused);
    }
  }

  /** The next page goes by what was asked for with the first. */
  private SearchReach underWay(RequestDetails request) {
    return Stream.ofNullable(request.getParameters().get("_getpages"))
        .flatMap(Stream::of)
        .findFirst()
        .flatMap(records::searchUnderWay)
        .map(SearchReach::underWay)
        .orElseGet(() -> new SearchReach("", Extent.ALL_OF_ITS_PERSON, true));
  }

  private static void reach(RequestDetails request, SearchReach reach) {
    request.getUserData().put(REACH, reach);
  }

  private static SearchReach reach(RequestDetails request) {
    return request.getUserData().get(REACH) instanceof SearchReach reach
        ? reach
        : SearchReach.ofRead(String.valueOf(request.getResourceName()));
  }

  private Set<String> open(RequestDetails request, List<IBaseResource> resources) {
    List<String> ids =
        resources.stream().filter(Objects::nonNull).map(ConsentOnReading::id).distinct().toList();
    return ids.isEmpty()
        ? Set.of()
        : records.among(ids, caller(request), reach(request).extent()).stream()
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String id(IBaseResource resource) {
    return resource.getIdElement().getIdPart();
  }

  private static Caller callerOf(RequestDetails request) {
    return request instanceof ServletRequestDetails http
        ? Callers.of(http.getServletRequest())
        : Caller.nobody();
  }

  private static Caller caller(RequestDetails request) {
    return request.getUserData().get(CALLER) instanceof Caller caller ? caller : Caller.nobody();
  }
}
