Instance: concomitant-medication-gb-1
InstanceOf: ConcomitantMedication
Usage: #example
Title: "Antidepressant"
Description: "An antidepressant that the patient goes on taking, with its ATC code."
* identifier.system = "https://ehr.riverside.example/sid/medication"
* identifier.value = "M-2026-0911"
* status = #active
* medicationCodeableConcept.coding[class] = MedicationClassCS#ssri
* medicationCodeableConcept.coding[1] = $atc#N06AB06 "sertraline"
* subject.reference = "Patient/patient-gb-1"
* context.reference = "EpisodeOfCare/course-gb-1"
* effectivePeriod.start = "2025-11"
* dateAsserted = "2026-09-07"
