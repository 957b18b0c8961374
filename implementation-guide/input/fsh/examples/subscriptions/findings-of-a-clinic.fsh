Instance: findings-of-a-clinic
InstanceOf: RegistrySubscription
Usage: #example
Title: "Findings of a Clinic"
Description: "A clinic's system wants to be told of new findings of doses, as it is sent (R1)."
* status = #requested
* reason = "Show findings to the prescriber"
* criteria = "https://ketamine-registry.example/fhir/SubscriptionTopic/finding-changed"
* criteria.extension[filter].valueString = "DetectedIssue?code=dose-above-limit,dose-escalating&status=final"
* channel.extension[maxCount].valuePositiveInt = 50
* channel.extension[heartbeatPeriod].valueUnsignedInt = 3600
* channel.type = #rest-hook
* channel.endpoint = "https://ehr.riverside.example/hooks/registry"
* channel.payload = #application/fhir+json
* channel.payload.extension[content].valueCode = #id-only
* channel.header = "Authorization: Bearer of-your-own-choosing"
