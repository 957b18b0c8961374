Extension: BackportPayloadContent
Id: backport-payload-content
Title: "Payload Content"
Description: "How much a notification says. HL7's extension of the guide Subscriptions R5 Backport 1.1.0, under its own URL, restated here so that a registry needs no other package."
Context: Subscription.channel.payload
* insert Definition
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"
* ^purpose = "R16: a record is read with a token, and consent is asked then."
* value[x] 1..1
* value[x] only code
* value[x] from SubscriptionPayloadVS (required)
