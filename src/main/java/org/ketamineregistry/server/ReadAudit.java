package org.ketamineregistry.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;

/**
 * Appends an entry for whatever HAPI's server is about to answer: reads, versions, histories,
 * searches and their pages, operations. It names every resource in the answer. Where the entry
 * cannot be kept the answer is not given.
 */
@Interceptor
public final class ReadAudit {
  private final AuditTrail trail;
  private final QueryDigests digests;
  private final Clock clock;
  private final Set<String> publicTypes;

  /**
   * @param publicTypes the types of definitions, which anybody may read without a trace
   */
  ReadAudit(AuditTrail trail, QueryDigests digests, Clock clock, Set<String> publicTypes) {
    this.trail = trail;
    this.digests = digests;
    this.clock = clock;
    this.publicTypes = Set.copyOf(publicTypes);
  }

  /** Before the answer is written, and after every other interceptor has had its say. */
  @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = Integer.MAX_VALUE)
  public void disclosing(ServletRequestDetails request, IBaseResource answer) {
    HttpServletRequest http = request.getServletRequest();
    List<Resource> disclosed = resources(answer).toList();
    boolean metadata = request.getRestOperationType() == RestOperationTypeEnum.METADATA;
    if (!metadata && !isPublic(request.getResourceName(), disclosed)) {
      trail.append(
          AuditEntry.done(
                  clock.instant(),
                  action(request),
                  interaction(request),
                  Callers.of(http),
                  RequestIdFilter.of(http),
                  names(request, disclosed))
              .with(digests.of(request)));
    }
    Footprint.of(http).settle();
  }

  private boolean isPublic(@Nullable String type, List<Resource> disclosed) {
    return disclosed.isEmpty()
        ? type != null && publicTypes.contains(type)
        : disclosed.stream().allMatch(MetadataResource.class::isInstance);
  }

  /** The resources in an answer; a bundle of a search is none of them, its entries are. */
  private static Stream<Resource> resources(IBaseResource answer) {
    if (answer instanceof Bundle bundle) {
      return bundle.getEntry().stream()
          .filter(Bundle.BundleEntryComponent::hasResource)
          .flatMap(entry -> resources(entry.getResource()));
    } else if (answer instanceof Parameters parameters) {
      return parameters.getParameter().stream()
          .filter(Parameters.ParametersParameterComponent::hasResource)
          .flatMap(parameter -> resources(parameter.getResource()));
    }
    return Stream.of((Resource) answer).filter(Resource::hasIdElement);
  }

  /** What an answer holds, and of an operation the record that it was asked of. */
  private static List<String> names(ServletRequestDetails request, List<Resource> disclosed) {
    var names = new TreeSet<String>();
    disclosed.stream()
        .filter(each -> each.getIdElement().hasIdPart())
        .forEach(each -> names.add(name(each)));
    if (request.getRestOperationType() == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE) {
      names.add(request.getResourceName() + "/" + request.getId().getIdPart());
    }
    return List.copyOf(names);
  }

  private static String name(Resource resource) {
    var id = resource.getIdElement();
    String name = resource.fhirType() + "/" + id.getIdPart();
    return id.hasVersionIdPart() ? name + "/_history/" + id.getVersionIdPart() : name;
  }

  private static AuditAction action(ServletRequestDetails request) {
    return switch (request.getRestOperationType()) {
      case READ, VREAD, HISTORY_INSTANCE -> AuditAction.READ;
      default -> AuditAction.EXECUTE;
    };
  }

  private static String interaction(ServletRequestDetails request) {
    RestOperationTypeEnum type = request.getRestOperationType();
    return switch (type) {
      case GET_PAGE -> "search-type";
      case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
          request.getOperation();
      default -> type.getCode();
    };
  }
}
