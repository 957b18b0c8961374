Instance: adverse-event-gb-2
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Urinary Symptoms"
Description: "An ongoing event for which a supply to take home is suspected (R19)."
* contained = riverside-tablets
* identifier.system = "https://ehr.riverside.example/sid/adverse-event"
* identifier.value = "E-2026-0355"
* extension[ctcaeGrade].valueCodeableConcept = $ncit#C41339 "Grade 2 Moderate Adverse Event"
* actuality = #actual
* event.coding[known][0] = AdverseEffectCS#urinary-symptoms "Urinary symptoms"
* subject.reference = "Patient/patient-gb-1"
* date = "2026-10-20"
* detected = "2026-10-26"
* recordedDate = "2026-10-26"
* seriousness = $seriousness#Non-serious "Non-serious"
* outcome = $outcome#ongoing "Ongoing"
* suspectEntity.instance.reference = "#riverside-tablets"
* suspectEntity.causality.assessment = $ncit#C53258 "Possibly Related"
* suspectEntity.causality.method = $causality-method#Checklist "Checklist"
