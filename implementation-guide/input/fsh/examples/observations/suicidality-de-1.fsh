Instance: suicidality-de-1
InstanceOf: SuicidalityAssessment
Usage: #example
Title: "Suicidality at Follow-Up"
Description: "Three months after the course: an attempt since the last assessment."
* insert Measurement(nordlicht, P-0077-7, [[2026-10-28T09:30:00+01:00]], [[Patient/patient-de-1]])
* insert Suicidality(high, 5)
* insert Behaviour(0, preparatory-acts)
* insert Behaviour(1, actual-attempt)
* extension[recallPeriod].valueDuration = 84 'd'
* extension[timePoint].valueCode = #3-months
* extension[instrumentVersion].valueString = "Since Last Visit"
