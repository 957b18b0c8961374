Instance: adverse-event-de-2
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Vomiting that Came Back"
Description: "Vomiting after the spray that came back when it was given again, so that the dose was reduced."
* identifier.system = "https://ehr.nordlicht.example/sid/adverse-event"
* identifier.value = "N-0012"
* extension[ctcaeGrade].valueCodeableConcept = $ncit#C41338 "Grade 1 Mild Adverse Event"
* extension[resolutionDate].valueDateTime = "2026-10-05T16:20:00+02:00"
* extension[listedness].valueCode = #listed
* extension[reporterQualification].valueCode = #physician
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-de-1"
* actuality = #actual
* event.coding[known][0] = $sct#422400008 "Vomiting"
* subject.reference = "Patient/patient-de-1"
* encounter.reference = "Encounter/session-de-1"
* date = "2026-10-05T15:10:00+02:00"
* detected = "2026-10-05T15:10:00+02:00"
* recordedDate = "2026-10-09"
* seriousness = $seriousness#Non-serious "Non-serious"
* severity = $severity#mild "Mild"
* outcome = $outcome#resolved "Resolved"
* suspectEntity.extension[actionTaken].valueCode = #dose-reduced
* suspectEntity.extension[rechallengeOutcome].valueCode = #recurred
* suspectEntity.instance.reference = "MedicationAdministration/administration-de-1"
* suspectEntity.causality.assessment = $ncit#C53260 "Related"
* suspectEntity.causality.method = CausalityMethodCS#naranjo "Naranjo scale"
