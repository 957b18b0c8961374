package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SearchAllowance;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ClinicPartitions;

/**
 * Holds whoever reads to the matrix of access and to the scopes of the token: before anything is
 * read by what is asked, and before anything is shown by what was found. The second look finds
 * nothing where the first and the partitions do their work; should they fail, nothing is shown.
 */
@Interceptor
public final class AccessToReading {
  private static final String ORGANIZATION = "Organization";
  private static final Map<RestOperationTypeEnum, Operation> OPERATIONS =
      Map.of(
          RestOperationTypeEnum.READ, Operation.READ,
          RestOperationTypeEnum.VREAD, Operation.VREAD,
          RestOperationTypeEnum.HISTORY_INSTANCE, Operation.HISTORY,
          RestOperationTypeEnum.SEARCH_TYPE, Operation.SEARCH);

  private final Access access;
  private final SearchAllowance searches;
  private final CallerClinics clinics;
  private final ClinicPartitions partitions;

  AccessToReading(
      Access access, SearchAllowance searches, CallerClinics clinics, ClinicPartitions partitions) {
    this.access = access;
    this.searches = searches;
    this.clinics = clinics;
    this.partitions = partitions;
  }

  /** A clinic searches the clinics for itself alone; HAPI reads the parameters after this. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
  public void narrow(ServletRequestDetails request) {
    HttpServletRequest servlet = request.getServletRequest();
    if (ORGANIZATION.equals(request.getResourceName()) && request.getId() == null) {
      try {
        clinics.of(servlet).ifPresent(clinic -> addId(request, clinic));
      } catch (Refused refused) {
        throw ErrorTranslation.asHapi(refused);
      }
    }
  }

  private static void addId(RequestDetails request, String clinic) {
    var parameters = new HashMap<>(request.getParameters());
    String[] asked = parameters.getOrDefault("_id", new String[0]);
    String[] both = Arrays.copyOf(asked, asked.length + 1);
    both[asked.length] = clinic;
    parameters.put("_id", both);
    request.setParameters(parameters);
  }

  /** Turns away what the caller may not ask. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void check(RestOperationTypeEnum kind, ServletRequestDetails request) {
    Operation operation = OPERATIONS.get(kind);
    String type = request.getResourceName();
    if (operation == null || type == null) {
      return; // Metadata; a page, of which every record is looked at below.
    }
    Caller caller = Callers.of(request.getServletRequest());
    try {
      Reach reach = access.require(caller, operation, type);
      if (caller.role() == Role.OPEN || reach == Reach.ANY) {
        return;
      }
      if (operation == Operation.SEARCH && FhirServlet.isRecord(type)) {
        searches.check(caller, type, query(request));
      }
    } catch (Refused refused) {
      throw ErrorTranslation.asHapi(refused);
    }
  }

  private static Map<String, List<String>> query(RequestDetails request) {
    Map<String, List<String>> query = new HashMap<>();
    request
        .getParameters()
        .forEach(
            (name, values) ->
                query.put(
                    name,
                    values == null
                        ? List.of()
                        : Arrays.stream(values).filter(Objects::nonNull).toList()));
    return query;
  }

  /** Looks at every record before it is shown, be it asked for, included or on a further page. */
  @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
  public void show(IPreResourceShowDetails shown, @Nullable RequestDetails request) {
    if (!(request instanceof ServletRequestDetails servlet)) {
      return; // The registry itself reads.
    }
    Caller caller = Callers.of(servlet.getServletRequest());
    for (IBaseResource resource : shown) {
      if (resource != null && !mayBeShown(resource, caller, servlet.getServletRequest())) {
        throw new ResourceNotFoundException("There is no such record");
      }
    }
  }

  /** Whether a resource, as it was read, is one that the caller may see. */
  boolean mayBeShown(IBaseResource resource, Caller caller, HttpServletRequest request) {
    return switch (reach(resource.fhirType(), caller)) {
      case ALL -> true;
      case OWN -> isOwn(resource, request);
      case ANY, NONE -> false;
    };
  }

  /** A resource is shown by a search or a read; each may be allowed without the other. */
  private Reach reach(String type, Caller caller) {
    Reach read = access.reach(caller, Operation.READ, type);
    return read == Reach.NONE ? access.reach(caller, Operation.SEARCH, type) : read;
  }

  private boolean isOwn(IBaseResource resource, HttpServletRequest request) {
    String clinic = clinics.of(request).orElse(null);
    if (clinic == null) {
      return false;
    }
    return resource.fhirType().equals(ORGANIZATION)
        ? clinic.equals(resource.getIdElement().getIdPart())
        : partitions.isOf(clinic, resource);
  }
}
