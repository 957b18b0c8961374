package org.ketamineregistry.subscription;

import java.time.Duration;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.ketamineregistry.profiles.Canonical;

/** A subscription as the guide's {@code RegistrySubscription}; headers are never in it. */
public final class SubscriptionWriter {
  private static final String PROFILE = Canonical.profile("registry-subscription");

  private SubscriptionWriter() {}

  /** The resource that is shown. */
  public static Subscription resource(Subscribed subscribed) {
    Wish wish = subscribed.wish();
    var resource = new Subscription();
    resource.setId(subscribed.id().toString());
    resource
        .getMeta()
        .setVersionId(Integer.toString(subscribed.version()))
        .setLastUpdated(Date.from(subscribed.changedAt()))
        .addProfile(PROFILE);
    resource.setStatus(SubscriptionStatus.fromCode(subscribed.progress().state().code()));
    resource.setEnd(Date.from(wish.endsAt()));
    resource.getEndElement().setTimeZoneZulu(true);
    resource.setReason(wish.reason());
    resource.setCriteria(wish.topic().canonical());
    wish.filters()
        .forEach(
            text ->
                resource.getCriteriaElement().addExtension(Backport.FILTER, new StringType(text)));
    HookFailure failure = subscribed.progress().failure();
    if (failure != null) {
      resource.setError(failure.code());
    }
    var channel = resource.getChannel();
    channel.setType(SubscriptionChannelType.RESTHOOK);
    channel.setEndpoint(wish.endpoint().toString());
    channel.setPayload("application/fhir+json");
    channel.getPayloadElement().addExtension(Backport.CONTENT, new CodeType(wish.content().code()));
    channel.addExtension(Backport.MAX_COUNT, new PositiveIntType(wish.maxCount()));
    Duration heartbeat = wish.heartbeat();
    if (heartbeat != null) {
      channel.addExtension(Backport.HEARTBEAT, new UnsignedIntType((int) heartbeat.toSeconds()));
    }
    return resource;
  }
}
