Profile: RegistrySubscription
Parent: Subscription
Id: registry-subscription
Title: "Registry Subscription"
Description: "A client of the registry is told, by a call of its hook, that there is something to read: a finding, an adverse event, a decision about sharing. It is a topic-based subscription as HL7's guide Subscriptions R5 Backport has it for R4. What is told names a record and never holds it."
* insert Definition
* ^purpose = "R1, R14, R16: who has to act learns at once that there is something to act upon."
* implicitRules 0..0
* insert NothingContained
* extension 0..0
* modifierExtension 0..0
* status MS
* status ^short = "Sent as requested or off; the registry says active and error"
* contact 0..0
* end MS
* end ^short = "When it is over; the registry sets it where it is not sent"
* reason MS
* reason ^maxLength = 120
* criteria MS
* criteria ^short = "The canonical URL of a topic"
* criteria.extension contains BackportFilterCriteria named filter 0..* MS
* error MS
* error ^short = "Why the hook was not told, a code of Hook Failures"
* channel.extension contains
    BackportMaxCount named maxCount 0..1 MS and
    BackportHeartbeatPeriod named heartbeatPeriod 0..1 MS
* channel.type = #rest-hook
* channel.type MS
* channel.endpoint 1..1 MS
* channel.endpoint ^short = "The hook, by https"
* channel.payload 1..1 MS
* channel.payload = #application/fhir+json
* channel.payload.extension contains BackportPayloadContent named content 1..1 MS
* channel.header ^short = "A secret of the hook; it is kept encrypted and never shown"
