Instance: suicidality-session-gb-2
InstanceOf: SuicidalityAssessment
Usage: #example
Title: "Suicidality before a Session"
Description: "Three days after the first session and before the second: a wish to be dead and no more (R21)."
* insert Measurement(riverside, O-1117-23, [[2026-09-17T09:34:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* insert Suicidality(low, 1)
* insert Behaviour(0, none)
* extension[recallPeriod].valueDuration = 3 'd'
* extension[timePoint].valueCode = #3-days
* extension[instrumentVersion].valueString = "Since Last Visit"
