Extension: BackportTopic
Id: capabilitystatement-subscriptiontopic-canonical
Title: "Subscription Topic"
Description: "A topic that can be subscribed to, by its canonical URL. HL7's extension of the guide Subscriptions R5 Backport 1.1.0, under its own URL, restated here so that a registry needs no other package."
Context: CapabilityStatement.rest.resource
* insert Definition
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical"
* ^purpose = "R7: a vendor sees what there is to be told of."
* value[x] 1..1
* value[x] only canonical
