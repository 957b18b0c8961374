Instance: adverse-event-gb-5
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Sedation with Two Suspects"
Description: "Sedation in the second session, for which the infusion and an antidepressant that the patient takes are both suspected: each pair of drug and event has its own causality and action taken."
* identifier.system = "https://ehr.riverside.example/sid/adverse-event"
* identifier.value = "E-2026-0322"
* extension[ctcaeGrade].valueCodeableConcept = $ncit#C41339
* extension[resolutionDate].valueDateTime = "2026-09-17T11:20:00+01:00"
* extension[listedness].valueCode = #listed
* extension[reporterQualification].valueCode = #other-health-professional
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-gb-1"
* actuality = #actual
* event.coding[known][0] = $sct#17971005 "Sedated"
* subject.reference = "Patient/patient-gb-1"
* encounter.reference = "Encounter/session-gb-2"
* date = "2026-09-17T10:05:00+01:00"
* detected = "2026-09-17T10:08:00+01:00"
* recordedDate = "2026-09-17"
* seriousness = $seriousness#Non-serious "Non-serious"
* severity = $severity#moderate "Moderate"
* outcome = $outcome#resolved "Resolved"
* suspectEntity[0].extension[actionTaken].valueCode = #drug-withdrawn
* suspectEntity[0].extension[rechallengeOutcome].valueCode = #not-given-again
* suspectEntity[0].instance.reference = "MedicationAdministration/administration-gb-2"
* suspectEntity[0].causality.assessment = $ncit#C53260 "Related"
* suspectEntity[0].causality.method = CausalityMethodCS#who-umc "WHO-UMC system"
* suspectEntity[1].extension[actionTaken].valueCode = #dose-not-changed
* suspectEntity[1].instance.reference = "MedicationStatement/concomitant-medication-gb-1"
* suspectEntity[1].causality.assessment = $ncit#C53257
* suspectEntity[1].causality.method = CausalityMethodCS#who-umc "WHO-UMC system"
