Instance: urine-opiates-session-gb-2
InstanceOf: UrineDrugScreen
Usage: #example
Title: "No Opiates in Urine before a Session"
Description: "A negative test before the second session."
* insert Measurement(riverside, L-2026-0921, [[2026-09-17T09:36:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* insert Screened([[$loinc#3879-4 "Opiates [Presence] in Urine"]], negative)
* extension[timePoint].valueCode = #3-days
