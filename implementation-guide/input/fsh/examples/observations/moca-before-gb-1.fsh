Instance: moca-before-gb-1
InstanceOf: CognitionScore
Usage: #example
Title: "MoCA before the Course"
Description: "The total of the Montreal Cognitive Assessment before the first dose."
* insert Measurement(riverside, O-2026-0908, [[2026-09-07T11:40:00+01:00]], [[Patient/patient-gb-1]])
* code = $loinc#72172-0 "Total score [MoCA]"
* insert Score(27)
* extension[timePoint].valueCode = #baseline
* extension[instrumentVersion].valueString = "8.1 en"
