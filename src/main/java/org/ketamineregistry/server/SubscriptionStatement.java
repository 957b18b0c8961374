package org.ketamineregistry.server;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.ketamineregistry.subscription.Backport;
import org.ketamineregistry.subscription.Topic;

/** What the CapabilityStatement says of subscriptions, as HL7's guide for R4 has it. */
final class SubscriptionStatement {
  private SubscriptionStatement() {}

  static void add(CapabilityStatementRestResourceComponent resource) {
    Topic.canonicals()
        .forEach(topic -> resource.addExtension(Backport.TOPIC, new CanonicalType(topic)));
    resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
    resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
    resource
        .addOperation()
        .setName("status")
        .setDefinition(Backport.OPERATION + "status")
        .setDocumentation(
            "How a subscription stands. At a subscription; or at the type, of all of one's own, with the parameters id and"
                + " status.");
    resource
        .addOperation()
        .setName("events")
        .setDefinition(Backport.OPERATION + "events")
        .setDocumentation(
            "What a subscription told of, once more. At a subscription, with the parameters"
                + " eventsSinceNumber and eventsUntilNumber.");
  }
}
