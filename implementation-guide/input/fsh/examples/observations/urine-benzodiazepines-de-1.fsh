Instance: urine-benzodiazepines-de-1
InstanceOf: UrineDrugScreen
Usage: #example
Title: "Benzodiazepines in Urine, not Explained"
Description: "Positive, and no benzodiazepine is prescribed."
* insert Measurement(nordlicht, P-0077-11, [[2026-11-03T09:30:00+01:00]], [[Patient/patient-de-1]])
* insert Screened([[$loinc#3390-2 "Benzodiazepines [Presence] in Urine"]], positive)
* extension[explainedByTreatment].valueBoolean = false
