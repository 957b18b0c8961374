Instance: treatment-consent-de-1
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Treatment Consent with Gaps"
Description: "A consent without information sheet or assessment of capacity. It is stored, and the gaps are found (R26)."
* identifier.system = "https://ehr.nordlicht.example/sid/consent"
* identifier.value = "B-0077"
* extension[consultationDate].valueDate = "2026-10-05"
* extension[capacity].extension[finding].valueCode = #not-assessed
* extension[written].valueBoolean = false
* extension[advocatePresent].valueCode = #declined
* status = #active
* patient.reference = "Patient/patient-de-1"
* dateTime = "2026-10-05T13:30:00+02:00"
* organization.reference = "Organization/clinic-de-0001"
* provision.type = #permit
