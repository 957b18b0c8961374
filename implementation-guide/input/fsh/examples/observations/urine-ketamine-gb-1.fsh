Instance: urine-ketamine-gb-1
InstanceOf: UrineDrugScreen
Usage: #example
Title: "Ketamine in Urine, Explained"
Description: "Positive two days after a session, as is to be expected."
* insert Measurement(riverside, L-2026-0919, [[2026-09-19T09:00:00+01:00]], [[Patient/patient-gb-1]])
* insert Screened([[$loinc#12327-3 "Ketamine [Presence] in Urine"]], positive)
* extension[explainedByTreatment].valueBoolean = true
