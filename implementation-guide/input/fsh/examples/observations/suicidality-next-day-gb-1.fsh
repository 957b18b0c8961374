Instance: suicidality-next-day-gb-1
InstanceOf: SuicidalityAssessment
Usage: #example
Title: "Suicidality after 24 Hours"
Description: "A day after the first session: a wish to be dead and no more. Without a later assessment this says nothing about the week."
* insert Measurement(riverside, O-2026-0916, [[2026-09-15T10:05:00+01:00]], [[Patient/patient-gb-1]])
* insert Suicidality(low, 1)
* insert Behaviour(0, none)
* extension[recallPeriod].valueDuration = 24 'h'
* extension[timePoint].valueCode = #24-hours
* extension[instrumentVersion].valueString = "Since Last Visit"
