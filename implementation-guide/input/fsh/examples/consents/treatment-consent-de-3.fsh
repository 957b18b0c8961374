Instance: treatment-consent-de-3
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Decision of a Guardian"
Description: "A consent that a guardian gave for a patient who lacked the capacity to decide, with an advocate present."
* identifier.system = "https://ehr.nordlicht.example/sid/consent"
* identifier.value = "B-9120"
* extension[consultationDate].valueDate = "2026-01-12"
* extension[informationSheet].valueCanonical = "https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.0.0"
* extension[informationConfirmed].valueBoolean = true
* extension[capacity].extension[finding].valueCode = #lacks-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-01-19"
* extension[written].valueBoolean = true
* extension[optionsDiscussed].valueBoolean = true
* extension[advocatePresent].valueCode = #yes
* extension[representative].valueCode = #guardian
* status = #active
* patient.reference = "Patient/patient-de-2"
* dateTime = "2026-01-19T11:00:00+01:00"
* organization.reference = "Organization/clinic-de-0001"
* provision.type = #permit
* provision.period.start = "2026-01-19"
* provision.period.end = "2027-01-18"
