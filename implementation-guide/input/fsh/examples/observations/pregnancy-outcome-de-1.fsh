Instance: pregnancy-outcome-de-1
InstanceOf: PregnancyOutcome
Usage: #example
Title: "Live Birth"
Description: "A child born alive after a course that ended when the pregnancy became known."
* identifier.system = "https://ehr.nordlicht.example/sid/observation"
* identifier.value = "O-9120-3"
* status = #final
* subject.reference = "Patient/patient-de-2"
* effectiveDateTime = "2026-10-28"
* valueCodeableConcept = PregnancyOutcomeCS#live-birth
