Instance: pregnancy-status-gb-1
InstanceOf: PregnancyStatus
Usage: #example
Title: "Not Pregnant"
Description: "A pregnancy test before the first session, negative."
* identifier.system = "https://ehr.riverside.example/sid/observation"
* identifier.value = "O-2026-4001"
* status = #final
* subject.reference = "Patient/patient-gb-1"
* encounter.reference = "Encounter/session-gb-1"
* effectiveDateTime = "2026-09-14T09:32:00+01:00"
* valueCodeableConcept = $sct#60001007 "Not pregnant"
