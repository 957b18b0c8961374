Instance: misuse-session-gb-2
InstanceOf: MisuseAssessment
Usage: #example
Title: "No Misuse before a Session"
Description: "Asked before the second session, and none was found."
* insert Measurement(riverside, O-1117-22, [[2026-09-17T09:33:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* valueCodeableConcept = MisuseFindingCS#no-misuse "No misuse found"
* extension[recallPeriod].valueDuration = 3 'd'
