package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Subscriptions;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.SubscriptionWriter;

/** Shows subscriptions to their owners and to the steward, without the secrets of their hooks. */
public final class SubscriptionProvider implements IResourceProvider {
  static final String TYPE = "Subscription";

  private final Subscriptions subscriptions;
  private final Access access;

  SubscriptionProvider(Subscriptions subscriptions, Access access) {
    this.subscriptions = subscriptions;
    this.access = access;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Subscription.class;
  }

  /** The subscription with an id. */
  @Read
  public Subscription read(@IdParam IdType id, RequestDetails request) {
    return find(id.getIdPart(), caller(request), Operation.READ)
        .map(SubscriptionWriter::resource)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /** The newest thousand, of one status or of any. */
  @Search
  public List<Subscription> search(
      @Nullable @OptionalParam(name = "status") TokenParam status, RequestDetails request) {
    StrictSearch.check(request, "status");
    Caller caller = caller(request);
    boolean all = access.reach(caller, Operation.SEARCH, TYPE) == Reach.ALL;
    return (all ? subscriptions.all() : subscriptions.of(caller))
        .stream()
            .filter(
                one ->
                    status == null
                        || one.progress().state().code().equals(String.valueOf(status.getValue())))
            .map(SubscriptionWriter::resource)
            .toList();
  }

  /** The subscription with an id, where a caller may do something with it. */
  private Optional<Subscribed> find(String id, Caller caller, Operation operation) {
    boolean all = access.reach(caller, operation, TYPE) == Reach.ALL;
    return uuid(id).flatMap(subscriptions::find).filter(one -> all || one.isOf(caller));
  }

  /**
   * The same.
   *
   * @throws Refused 404 where there is none, or not for the caller
   */
  Subscribed required(String id, Caller caller, Operation operation) {
    return find(id, caller, operation)
        .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, "There is no such subscription."));
  }

  private static Caller caller(RequestDetails request) {
    return Callers.of(((ServletRequestDetails) request).getServletRequest());
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // An id of another form is none of ours.
    }
  }
}
