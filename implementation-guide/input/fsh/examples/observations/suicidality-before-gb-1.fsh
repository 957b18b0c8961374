Instance: suicidality-before-gb-1
InstanceOf: SuicidalityAssessment
Usage: #example
Title: "Suicidality before the Course"
Description: "Ideation at level 3 in the month before the course, without any behaviour."
* insert Measurement(riverside, O-2026-0907, [[2026-09-07T11:30:00+01:00]], [[Patient/patient-gb-1]])
* insert Suicidality(moderate, 3)
* insert Behaviour(0, none)
* extension[recallPeriod].valueDuration = 30 'd'
* extension[timePoint].valueCode = #baseline
