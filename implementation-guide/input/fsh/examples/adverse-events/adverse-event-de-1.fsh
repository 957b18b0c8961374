Instance: adverse-event-de-1
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Serious Rise of Blood Pressure"
Description: "A serious event: the stay in hospital was prolonged (R14)."
* identifier.system = "https://ehr.nordlicht.example/sid/adverse-event"
* identifier.value = "N-0009"
* extension[seriousnessCriterion][0].valueCodeableConcept = $ncit#C83052 "Requires Inpatient Hospitalization"
* extension[ctcaeGrade].valueCodeableConcept = $ncit#C41340 "Grade 3 Severe Adverse Event"
* extension[resolutionDate].valueDateTime = "2026-10-07"
* actuality = #actual
* event.coding[known][0] = $sct#24184005 "Finding of increased blood pressure"
* subject.reference = "Patient/patient-de-1"
* encounter.reference = "Encounter/session-de-1"
* date = "2026-10-05T15:05:00+02:00"
* detected = "2026-10-05T15:05:00+02:00"
* recordedDate = "2026-10-06"
* seriousness = $seriousness#Serious "Serious"
* severity = $severity#severe "Severe"
* outcome = $outcome#resolved "Resolved"
* suspectEntity.instance.reference = "MedicationAdministration/administration-de-1"
* suspectEntity.causality.assessment = $ncit#C53260 "Related"
