Extension: BackportHeartbeatPeriod
Id: backport-heartbeat-period
Title: "Heartbeat Period"
Description: "Seconds without an event after which a hook is told that there is none. HL7's extension of the guide Subscriptions R5 Backport 1.1.0, under its own URL, restated here so that a registry needs no other package."
Context: Subscription.channel
* insert Definition
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period"
* ^purpose = "R14: silence is told from a broken line."
* value[x] 1..1
* value[x] only unsignedInt
