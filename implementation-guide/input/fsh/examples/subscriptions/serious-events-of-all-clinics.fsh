Instance: serious-events-of-all-clinics
InstanceOf: RegistrySubscription
Usage: #example
Title: "Serious Events of All Clinics"
Description: "The registry's own system is told of serious adverse events, as it is shown after its hook was away for too long (R14)."
* status = #error
* end = "2027-01-31T00:00:00Z"
* reason = "Report to the authority in time"
* criteria = "https://ketamine-registry.example/fhir/SubscriptionTopic/adverse-event-reported"
* criteria.extension[filter].valueString = "AdverseEvent?seriousness=Serious"
* error = "timed-out"
* channel.extension[maxCount].valuePositiveInt = 20
* channel.type = #rest-hook
* channel.endpoint = "https://safety.registry.example/hooks/events"
* channel.payload = #application/fhir+json
* channel.payload.extension[content].valueCode = #empty
