Instance: misuse-de-1
InstanceOf: MisuseAssessment
Usage: #example
Title: "No Misuse"
Description: "Asked at follow-up, and none was found."
* insert Measurement(nordlicht, P-0077-8, [[2026-11-03T09:40:00+01:00]], [[Patient/patient-de-1]])
* valueCodeableConcept = MisuseFindingCS#no-misuse "No misuse found"
* extension[recallPeriod].valueDuration = 28 'd'
* extension[timePoint].valueCode = #28-days
