Instance: concomitant-medication-de-1
InstanceOf: ConcomitantMedication
Usage: #example
Title: "Lithium before the Course"
Description: "Lithium that ended a month before the course began."
* identifier.system = "https://ehr.nordlicht.example/sid/medication"
* identifier.value = "B-0077-1"
* status = #completed
* medicationCodeableConcept.coding[class] = MedicationClassCS#lithium
* medicationCodeableConcept.coding[1] = $atc#N05AN01 "lithium"
* subject.reference = "Patient/patient-de-1"
* effectivePeriod.start = "2025-03-01"
* effectivePeriod.end = "2026-08-31"
* dateAsserted = "2026-10-01"
