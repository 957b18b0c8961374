Instance: pregnancy-status-gb-2
InstanceOf: PregnancyStatus
Usage: #example
Title: "Nine Weeks Pregnant"
Description: "A pregnancy of nine weeks that became known between two sessions."
* identifier.system = "https://ehr.riverside.example/sid/observation"
* identifier.value = "O-2026-4107"
* status = #final
* subject.reference = "Patient/patient-gb-2"
* effectiveDateTime = "2026-10-20"
* valueCodeableConcept = $sct#77386006 "Pregnant"
* component.code = $loinc#18185-9 "Gestational age"
* component.valueQuantity = 9 'wk'
