Instance: concomitant-medication-gb-2
InstanceOf: ConcomitantMedication
Usage: #example
Title: "No Benzodiazepine"
Description: "Asked before the session, the patient takes no benzodiazepine."
* identifier.system = "https://ehr.riverside.example/sid/medication"
* identifier.value = "M-2026-0912"
* status = #not-taken
* medicationCodeableConcept.coding[class] = MedicationClassCS#benzodiazepine
* subject.reference = "Patient/patient-gb-1"
* context.reference = "Encounter/session-gb-1"
* dateAsserted = "2026-09-14T09:35:00+01:00"
