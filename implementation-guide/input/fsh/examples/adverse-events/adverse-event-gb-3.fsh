Instance: adverse-event-gb-3
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Misuse between Sessions"
Description: "Misuse of a supply to take home, as the patient reported it at a follow-up: outside a session, so that the course leads to the dose."
* contained = riverside-tablets
* identifier.system = "https://ehr.riverside.example/sid/adverse-event"
* identifier.value = "E-2026-0371"
* extension[ctcaeGrade].valueCodeableConcept = $ncit#C41339 "Grade 2 Moderate Adverse Event"
* extension[listedness].valueCode = #listed
* extension[reporterQualification].valueCode = #consumer
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-gb-1"
* actuality = #actual
* event.coding[known][0] = AdverseEffectCS#misuse "Misuse"
* subject.reference = "Patient/patient-gb-1"
* date = "2026-10"
* detected = "2026-11-10T10:05:00+00:00"
* recordedDate = "2026-11-10"
* seriousness = $seriousness#Non-serious "Non-serious"
* outcome = $outcome#recovering "Recovering"
* suspectEntity.extension[actionTaken].valueCode = #drug-withdrawn
* suspectEntity.instance.reference = "#riverside-tablets"
* suspectEntity.causality.assessment = $ncit#C53260 "Related"
* suspectEntity.causality.method = CausalityMethodCS#clinical-judgement "Clinical judgement"
