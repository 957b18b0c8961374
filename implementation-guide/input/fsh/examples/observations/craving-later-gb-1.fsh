Instance: craving-later-gb-1
InstanceOf: CravingScore
Usage: #example
Title: "Craving after Two Months"
Description: "A strong wish for ketamine in a patient who takes it at home."
* insert Measurement(riverside, O-2026-1110, [[2026-11-10T10:00:00+00:00]], [[Patient/patient-gb-1]])
* insert Score(7)
* extension[recallPeriod].valueDuration = 7 'd'
