Instance: dsst-de-1
InstanceOf: CognitionScore
Usage: #example
Title: "Digit Symbol Substitution before the Course"
Description: "Correct symbols in the version of a published battery."
* insert Measurement(nordlicht, P-0077-9, [[2026-10-01T10:00:00+02:00]], [[Patient/patient-de-1]])
* code = InstrumentCS#dsst-correct
* insert Score(54)
* extension[timePoint].valueCode = #baseline
* extension[instrumentVersion].valueString = "WAIS-IV Coding"
