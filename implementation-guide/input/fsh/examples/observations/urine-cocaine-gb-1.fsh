Instance: urine-cocaine-gb-1
InstanceOf: UrineDrugScreen
Usage: #example
Title: "No Cocaine in Urine"
Description: "A negative test, which needs no explanation."
* insert Measurement(riverside, L-2026-0920, [[2026-09-19T09:00:00+01:00]], [[Patient/patient-gb-1]])
* insert Screened([[$loinc#3397-7 "Cocaine [Presence] in Urine"]], negative)
