Instance: craving-before-gb-1
InstanceOf: CravingScore
Usage: #example
Title: "No Craving before the Second Session"
Description: "Asked before the second session about the time since the first."
* insert Measurement(riverside, O-2026-0917, [[2026-09-17T09:35:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* insert Score(0)
* extension[recallPeriod].valueDuration = 3 'd'
* extension[timePoint].valueCode = #3-days
