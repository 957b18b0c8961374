ValueSet: SubscriptionPayloadVS
Id: subscription-payload-vs
Title: "Subscription Payloads"
Description: "How much a notification of a registry says: that something happened, or which record it is about. The record itself is in none."
* insert Definition
* ^purpose = "R16: consent is asked when a record is read, and not before."
* http://hl7.org/fhir/uv/subscriptions-backport/CodeSystem/backport-content-code-system#empty "Empty"
* http://hl7.org/fhir/uv/subscriptions-backport/CodeSystem/backport-content-code-system#id-only "Id Only"
