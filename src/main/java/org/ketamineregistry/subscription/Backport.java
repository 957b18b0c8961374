package org.ketamineregistry.subscription;

/** The names of HL7's guide Subscriptions R5 Backport 1.1.0 for FHIR R4. */
public final class Backport {
  private static final String BASE = "http://hl7.org/fhir/uv/subscriptions-backport/";
  private static final String STRUCTURE = BASE + "StructureDefinition/";

  /** On {@code Subscription.criteria}: which events of the topic. */
  public static final String FILTER = STRUCTURE + "backport-filter-criteria";

  /** On {@code channel.payload}: how much a notification says. */
  public static final String CONTENT = STRUCTURE + "backport-payload-content";

  /** On the channel: the most events in a notification. */
  public static final String MAX_COUNT = STRUCTURE + "backport-max-count";

  /** On the channel: seconds between two signs of life. */
  public static final String HEARTBEAT = STRUCTURE + "backport-heartbeat-period";

  /** In a CapabilityStatement: a topic that can be subscribed to. */
  public static final String TOPIC = STRUCTURE + "capabilitystatement-subscriptiontopic-canonical";

  /** The profile of the Parameters that a notification begins with. */
  public static final String STATUS = STRUCTURE + "backport-subscription-status-r4";

  /** The profile of a notification. */
  public static final String NOTIFICATION = STRUCTURE + "backport-subscription-notification-r4";

  /** The definitions of {@code $status} and {@code $events}. */
  public static final String OPERATION = BASE + "OperationDefinition/backport-subscription-";

  private Backport() {}
}
