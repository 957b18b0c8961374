Extension: BackportMaxCount
Id: backport-max-count
Title: "Maximum Count"
Description: "The most events in a notification. HL7's extension of the guide Subscriptions R5 Backport 1.1.0, under its own URL, restated here so that a registry needs no other package."
Context: Subscription.channel
* insert Definition
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count"
* ^purpose = "R26: a hook takes as much as it can."
* value[x] 1..1
* value[x] only positiveInt
