Instance: dsst-session-de-1
InstanceOf: CognitionScore
Usage: #example
Title: "Digit Symbol Substitution in a Session"
Description: "Correct symbols before the dose of an inpatient."
* insert Measurement(nordlicht, P-0077-21, [[2026-10-05T14:10:00+02:00]], [[Patient/patient-de-1]])
* encounter.reference = "Encounter/session-de-1"
* code = InstrumentCS#dsst-correct
* insert Score(52)
* extension[instrumentVersion].valueString = "WAIS-IV Coding"
