Instance: pregnancy-outcome-gb-1
InstanceOf: PregnancyOutcome
Usage: #example
Title: "Miscarriage"
Description: "The end of a pregnancy in which ketamine had been given."
* identifier.system = "https://ehr.riverside.example/sid/observation"
* identifier.value = "O-2026-4230"
* status = #final
* subject.reference = "Patient/patient-gb-2"
* focus.reference = "Observation/pregnancy-status-gb-2"
* effectiveDateTime = "2026-11-10"
* valueCodeableConcept = PregnancyOutcomeCS#miscarriage
